/* measure COMMAND ARGUMENT...: runs it, what it writes being thrown away, and prints what it took: nanoseconds on the clock and
 * of processors, and the kilobytes of memory of its largest process. For bench.sh; ends with the status of the command. */
#define _DEFAULT_SOURCE /* ru_maxrss */
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int64_t nanoseconds(struct timeval t) { return (int64_t)t.tv_sec * 1000000000 + t.tv_usec * 1000; }

int main(int argc, char **argv) {
    int64_t begin = now();
    pid_t   child = argc > 1 ? fork() : -1;
    if (child < 0) return 127;
    if (child == 0) {
        int nowhere = open("/dev/null", O_WRONLY);
        if (nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0) execvp(argv[1], argv + 1);
        _exit(127);
    }
    int           status = 0;
    struct rusage used;
    if (waitpid(child, &status, 0) != child || getrusage(RUSAGE_CHILDREN, &used) != 0) return 127;
    int64_t worked = nanoseconds(used.ru_utime) + nanoseconds(used.ru_stime);
    printf("%" PRId64 "|%" PRId64 "|%ld\n", now() - begin, worked, used.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
