/* suanpan extract --stream in lockstep: a host that waits for each answer before it sends the next line is never left waiting.
 */
#include "tests/corpus.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "extract/base/banned.h"

enum { LONGEST_ANSWER = 4096, PATIENCE = 60 * 1000 /* milliseconds until a silent program counts as stuck */ };

struct host {
    int    to, from;
    pid_t  program;
    char   answer[LONGEST_ANSWER];
    size_t length;
};

static bool host_start(struct host *h) {
    int to[2], from[2];
    *h = (struct host){0};
    if (pipe(to) || pipe(from)) return false;
    h->program = fork();
    if (h->program == 0) {
        dup2(to[0], 0);
        dup2(from[1], 1);
        close(to[1]);
        close(from[0]);
        execl(SUANPAN_BUILD "/suanpan", "suanpan", "extract", "-f", "jsonl", "--stream", "-", (char *)NULL);
        _exit(127);
    }
    close(to[0]);
    close(from[1]);
    h->to = to[1];
    h->from = from[0];
    return h->program > 0;
}

/* Sends a line and reads until `last` has come and its line has ended. False when it does not come. */
static bool host_ask(struct host *h, const char *line, const char *last) {
    h->length = 0;
    if (write(h->to, line, strlen(line)) != (ssize_t)strlen(line)) return false;
    for (;;) {
        struct pollfd ready = {h->from, POLLIN, 0};
        if (poll(&ready, 1, PATIENCE) != 1) return false;
        ssize_t got = read(h->from, h->answer + h->length, LONGEST_ANSWER - 1 - h->length);
        if (got <= 0) return false;
        h->length += (size_t)got;
        h->answer[h->length] = '\0';
        if (strstr(h->answer, last) && h->answer[h->length - 1] == '\n') return true;
    }
}

static void each_line_is_answered_before_the_next_is_sent(void) {
    static struct host h;
    int                status = -1;
    signal(SIGPIPE, SIG_IGN);
    CU_ASSERT_FATAL(host_start(&h));
    for (int i = 0; i < 20; i++) {
        char line[200], last[60];
        snprintf(line, sizeof line, "{\"id\":\"d%d\",\"text\":\"全年处置网络舆情%d起，编发简报36期。\"}\n", i, 100 + i);
        snprintf(last, sizeof last, "{\"id\":\"d%d\",\"claims\":2}\n", i);
        CU_ASSERT_FATAL(host_ask(&h, line, last));
        snprintf(last, sizeof last, "\"raw\":\"%d起\"", 100 + i);
        CU_ASSERT_PTR_NOT_NULL(strstr(h.answer, last));
    }
    CU_ASSERT(host_ask(&h, "{\"id\":\"bad\"\n", "\"error\""));
    CU_ASSERT(host_ask(&h, "{\"id\":\"e\",\"text\":\"\"}\n", "{\"id\":\"e\",\"claims\":0}\n"));
    close(h.to);
    CU_ASSERT_EQUAL(read(h.from, h.answer, 1), 0); /* and then says no more */
    close(h.from);
    CU_ASSERT_EQUAL(waitpid(h.program, &status, 0), h.program);
    CU_ASSERT(WIFEXITED(status) && WEXITSTATUS(status) == 1); /* a line was bad */
}

CU_TestInfo test_stream[] = {
    {"each_line_is_answered_before_the_next_is_sent", each_line_is_answered_before_the_next_is_sent},
    CU_TEST_INFO_NULL,
};
