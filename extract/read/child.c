/* Runs pdftotext - - over the bytes of 2020.pdf and takes what it prints. A child that hangs, floods or eats memory is killed
 * with its whole process group; nothing it does reaches us but bytes on a pipe. */
#include "extract/read/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "extract/base/banned.h"

enum { NO_SUCH_PROGRAM = 127 };
static const rlim_t memory_limit = (rlim_t)1024 * 1024 * 1024;

static int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* A file that has no name any more, read from its start. */
static FILE *as_file(slice input) {
    FILE *file = tmpfile();
    if (!file) return NULL;
    if ((input.len == 0 || fwrite(input.ptr, 1, input.len, file) == input.len) && fflush(file) == 0 &&
        fseek(file, 0, SEEK_SET) == 0 && lseek(fileno(file), 0, SEEK_SET) == 0)
        return file;
    fclose(file);
    return NULL;
}

/* Between fork and exec only what is safe there. */
static _Noreturn void become(const char *const *argv, int in, int out, int seconds) {
    struct rlimit time = {(rlim_t)seconds + 1, (rlim_t)seconds + 2}, memory = {memory_limit, memory_limit}, core = {0, 0};
    int           nothing = open("/dev/null", O_WRONLY);
    setpgid(0, 0);
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CORE, &core);
    if (dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0 && nothing >= 0 && dup2(nothing, STDERR_FILENO) >= 0) {
        char *const *args;
        memcpy(&args, &argv, sizeof args); /* execvp's type leaves out a const that it keeps */
        execvp(argv[0], args);
    }
    _exit(NO_SUCH_PROGRAM);
}

/* Reads until the child closes its end, the time is up or there is too much. */
static enum child_end collect(int fd, slice *out, size_t limit, int seconds, struct arena *arena) {
    int64_t deadline = now_ms() + (int64_t)seconds * 1000;
    size_t  capacity = 0, count = 0;
    char   *bytes = NULL;
    for (;;) {
        struct pollfd p = {.fd = fd, .events = POLLIN};
        int64_t       left = deadline - now_ms();
        int           ready = left > 0 ? poll(&p, 1, (int)left) : 0;
        *out = (slice){bytes, count};
        if (ready == 0) return CHILD_LATE;
        if (ready < 0 && errno == EINTR) continue;
        bytes = arena_grow(arena, bytes, count, &capacity, count + 65536, 1);
        ssize_t got = ready > 0 ? read(fd, bytes + count, capacity - count - 1) : -1;
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return got == 0 ? CHILD_DONE : CHILD_FAILED;
        count += (size_t)got;
        *out = (slice){bytes, count};
        if (count > limit) return CHILD_FLOODED;
    }
}

/* Ends the whole group and takes the child's status. A child that closed its output but goes on is not waited for. */
static int reap(pid_t pid, enum child_end end, int64_t patience) {
    int     status = 0;
    int64_t until = now_ms() + patience;
    while (end == CHILD_DONE && now_ms() < until) {
        pid_t got = waitpid(pid, &status, WNOHANG);
        if (got == pid || (got < 0 && errno != EINTR)) {
            kill(-pid, SIGKILL);
            return status;
        }
        struct timespec tick = {0, 1000000};
        nanosleep(&tick, NULL);
    }
    kill(-pid, SIGKILL);
    kill(pid, SIGKILL);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
    return status;
}

enum child_end child_run(slice *out, const char *const *argv, slice input, size_t limit, int seconds, struct arena *arena) {
    int pipes[2];
    *out = SLICE_NONE;
    FILE *file = as_file(input);
    if (!file) return CHILD_UNABLE;
    if (pipe(pipes) != 0) {
        fclose(file);
        return CHILD_UNABLE;
    }
    fcntl(pipes[0], F_SETFD, FD_CLOEXEC);
    fcntl(pipes[1], F_SETFD, FD_CLOEXEC);
    pid_t pid = fork();
    if (pid == 0) become(argv, fileno(file), pipes[1], seconds);
    if (pid > 0) setpgid(pid, pid); /* here too: who comes first is open */
    close(pipes[1]);
    fclose(file);
    enum child_end end = pid > 0 ? collect(pipes[0], out, limit, seconds, arena) : CHILD_UNABLE;
    close(pipes[0]);
    if (pid <= 0) return end;
    int status = reap(pid, end, 2000);
    if (end != CHILD_DONE) return end;
    if (WIFEXITED(status) && WEXITSTATUS(status) == NO_SUCH_PROGRAM && out->len == 0) return CHILD_MISSING;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? CHILD_DONE : CHILD_FAILED;
}
