/* Runs pdftotext - - over the bytes of 2020.pdf and takes what it prints. A child that hangs, floods or eats memory is killed
 * with its whole process group; nothing it does reaches us but bytes on a pipe. */
#include "extract/base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "extract/base/banned.h"

enum { NO_SUCH_PROGRAM = 127, LOOK_UP_MS = 200 };
static const rlim_t memory_limit = (rlim_t)1024 * 1024 * 1024;

int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* A file that has no name any more, read from its start. */
static FILE *as_file(slice input) {
    FILE *file = input.len ? tmpfile() : fopen("/dev/null", "r");
    if (!file) return NULL;
    if (input.len == 0 || (fwrite(input.ptr, 1, input.len, file) == input.len && fflush(file) == 0 &&
                           fseek(file, 0, SEEK_SET) == 0 && lseek(fileno(file), 0, SEEK_SET) == 0))
        return file;
    fclose(file);
    return NULL;
}

/* Between fork and exec only what is safe there. */
static _Noreturn void become(const struct child *child, int in, int out) {
    struct rlimit time = {(rlim_t)child->seconds + 1, (rlim_t)child->seconds + 2}, memory = {memory_limit, memory_limit},
                  core = {0, 0};
    int nothing = open("/dev/null", O_WRONLY);
    setpgid(0, 0);
    if (!child->renews) setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CORE, &core);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    if (dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0 && nothing >= 0 &&
        dup2(child->messages ? out : nothing, STDERR_FILENO) >= 0 && (!child->dir || chdir(child->dir) == 0)) {
        char *const *args;
        memcpy(&args, &child->argv, sizeof args); /* execvp's type leaves out a const that it keeps */
        execvp(child->argv[0], args);
    }
    _exit(NO_SUCH_PROGRAM);
}

/* Whoever started it holds an interrupt back and waits for the child to end: it is not to wait in vain. */
static bool is_interrupted(void) {
    sigset_t held;
    return sigpending(&held) == 0 &&
           (sigismember(&held, SIGINT) == 1 || sigismember(&held, SIGTERM) == 1 || sigismember(&held, SIGHUP) == 1);
}

/* Reads until the child closes its end, the time is up, there is too much or an interrupt waits. */
static enum child_end collect(int fd, struct child *child, struct arena *arena) {
    int64_t patience = (int64_t)child->seconds * 1000, deadline = now_ms() + patience;
    size_t  capacity = 0, count = 0;
    char   *bytes = NULL;
    for (;;) {
        struct pollfd p = {.fd = fd, .events = POLLIN};
        int64_t       left = deadline - now_ms();
        int           ready = left > 0 ? poll(&p, 1, left < LOOK_UP_MS ? (int)left : LOOK_UP_MS) : 0;
        child->output = (slice){bytes, count};
        if (ready == 0 && (left <= 0 || is_interrupted())) return CHILD_LATE;
        if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
        bytes = arena_grow(arena, bytes, count, &capacity, count + 65536, 1);
        ssize_t got = ready > 0 ? read(fd, bytes + count, capacity - count - 1) : -1;
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return got == 0 ? CHILD_DONE : CHILD_FAILED;
        count += (size_t)got;
        child->output = (slice){bytes, count};
        if (child->heard) child->heard(child->who, child->output);
        if (count > child->limit) return CHILD_FLOODED;
        if (child->renews) deadline = now_ms() + patience;
    }
}

/* Ends the whole group and takes the child's status. A child that closed its output but goes on is not waited for longer than
 * `patience`; then it is false. */
static bool reap(pid_t pid, enum child_end end, int64_t patience, int *status) {
    int64_t until = now_ms() + patience;
    while (end == CHILD_DONE && now_ms() < until) {
        pid_t got = waitpid(pid, status, WNOHANG);
        if (got == pid || (got < 0 && errno != EINTR)) {
            kill(-pid, SIGKILL);
            return true;
        }
        struct timespec tick = {0, 1000000};
        nanosleep(&tick, NULL);
    }
    kill(-pid, SIGKILL);
    kill(pid, SIGKILL);
    while (waitpid(pid, status, 0) < 0 && errno == EINTR) continue;
    return false;
}

static int status_of(int status) { return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status); }

enum child_end child_run(struct child *child, struct arena *arena) {
    int pipes[2];
    child->output = SLICE_NONE;
    child->status = 0;
    FILE *file = as_file(child->input);
    if (!file) return CHILD_UNABLE;
    if (pipe(pipes) != 0) {
        fclose(file);
        return CHILD_UNABLE;
    }
    fcntl(pipes[0], F_SETFD, FD_CLOEXEC);
    fcntl(pipes[1], F_SETFD, FD_CLOEXEC);
    pid_t pid = fork();
    if (pid == 0) become(child, fileno(file), pipes[1]);
    if (pid > 0) setpgid(pid, pid); /* here too: who comes first is open */
    close(pipes[1]);
    fclose(file);
    enum child_end end = pid > 0 ? collect(pipes[0], child, arena) : CHILD_UNABLE;
    close(pipes[0]);
    if (pid <= 0) return end;
    bool ended = reap(pid, end, 2000, &child->status);
    child->status = status_of(child->status);
    if (end != CHILD_DONE) return end;
    if (!ended) return CHILD_LATE;
    if (child->status == NO_SUCH_PROGRAM && child->output.len == 0) return CHILD_MISSING;
    return child->status == 0 ? CHILD_DONE : CHILD_FAILED;
}
