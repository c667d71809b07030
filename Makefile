# suanpan: `make help` lists what can be made. Objects go to $(BUILD); another BUILD is another build: make BUILD=build/o0 CFLAGS=-O0
# A new .c file in a room is picked up by itself; so is a new tests/test_X.c (see tests/README.md).

VERSION  := 0.1.0
BUILD    ?= build
PREFIX   ?= /usr/local
DESTDIR  ?=
CC       ?= cc
CFLAGS   ?= -O2 -g
PYTHON   ?= python3
SHARED   ?= ../shared

# What a clean Debian 12 needs. `make demo` and `make check` install what is missing of it; so do the goals of TOOLS.
PACKAGES := gcc libc6-dev pkg-config libpcre2-dev libcsv-dev libxml2-dev libzip-dev libsqlite3-dev libxlsxwriter-dev \
            gnuplot-nox fonts-noto-cjk fontconfig poppler-utils antiword poppler-data catdoc libcunit1-dev
TOOLS    := clang-format clang-tidy cppcheck valgrind bear
# Small readers of our tables, for `make check`; and all the others, for `make check-consumers` (npm brings DuckDB and a validator).
READERS  := sqlite3 miller jq python3
CONSUMERS := $(READERS) csvkit python3-pandas r-base-core postgresql libreoffice-calc man-db parallel python3-distributed $(if $(shell command -v npm),,npm)

LIBS     := libpcre2-8
# Not linked but loaded by the first document or table that needs them (extract/base/library.h); tests link what they call.
LATE     := libxml-2.0 libzip xlsxwriter sqlite3
SANITIZE := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wcast-qual

# As many commands at a time as there are processors, where -j does not say how many. One line each; make V=1 shows them whole.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS    := $(MAKEFLAGS) -j$(shell nproc)
endif
brief         = $(if $(V),,@$(if $(findstring s,$(firstword -$(MAKEFLAGS))),,echo '  $(1)';))

goals        := $(or $(MAKECMDGOALS),all)
setting_up   := $(filter demo check setup sanitize valgrind lint coverage compile_commands.json check-consumers,$(goals))
wanted       := $(PACKAGES) $(if $(filter valgrind,$(goals)),valgrind) $(if $(filter compile_commands.json,$(goals)),bear) \
                $(if $(filter lint,$(goals)),clang-format clang-tidy cppcheck) $(if $(filter check,$(goals)),$(READERS)) \
                $(if $(filter check-consumers,$(goals)),$(CONSUMERS))

FRONT        := extract/options.c extract/help.c extract/complete.c
LIB_SOURCES  := $(filter-out extract/verb_% $(FRONT),$(wildcard extract/*.c extract/*/*.c))
APP_SOURCES  := $(wildcard $(FRONT) extract/verb_*.c export/*/*.c export/*.c plots/*.c) main.c
TEST_SOURCES := $(wildcard tests/*.c)
HEADERS      := $(wildcard extract/*.h extract/*/*.h export/*.h export/*/*.h plots/*.h tests/*.h)
SUITES       := $(patsubst tests/test_%.c,%,$(filter tests/test_%.c,$(TEST_SOURCES)))
OBJECTS      := $(patsubst %.c,$(BUILD)/%.o,$(LIB_SOURCES) $(APP_SOURCES) $(TEST_SOURCES))
lib_objects  := $(patsubst %.c,$(BUILD)/%.o,$(LIB_SOURCES))
app_objects  := $(patsubst %.c,$(BUILD)/%.o,$(APP_SOURCES))
test_objects := $(patsubst %.c,$(BUILD)/%.o,$(TEST_SOURCES))

all: $(BUILD)/suanpan $(BUILD)/libsuanpan.a $(BUILD)/libsuanpan.so ## the program and the library (the default)

# ---- set-up: config.mk holds what pkg-config says; make reads itself again once it is written --------------------------------
ifneq ($(filter-out help clean layers uninstall,$(goals)),)
include $(BUILD)/config.mk
endif

CPPFLAGS += -I. -I$(BUILD) -D_POSIX_C_SOURCE=200809L -DSUANPAN_VERSION='"$(VERSION)"' -DSUANPAN_DATADIR='"$(PREFIX)/share/suanpan"' \
            -DLIBXML_FILE='"$(filter libxml2.so%,$(LATE_FILES))"' -DLIBZIP_FILE='"$(filter libzip.so%,$(LATE_FILES))"' \
            -DLIBSQLITE_FILE='"$(filter libsqlite3.so%,$(LATE_FILES))"' -DLIBXLSXWRITER_FILE='"$(filter libxlsxwriter.so%,$(LATE_FILES))"'
flags     = $(CC) -std=c17 $(WARNINGS) -fPIC -fno-semantic-interposition -pthread $(CPPFLAGS) $(LIBS_CFLAGS) $(CFLAGS)

$(BUILD)/config.mk: FORCE
	@mkdir -p $(BUILD); missing=$(if $(setting_up),"$$($(call missing_packages,$(wanted)))"); \
	if [ -n "$$missing" ]; then \
	    sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; export DEBIAN_FRONTEND=noninteractive; \
	    echo "setting up: $${sudo:+$$sudo }apt-get install" $$missing >&2; \
	    $$sudo apt-get update -q >&2 && $$sudo apt-get install -q -y --no-install-recommends $$missing >&2 || exit 1; \
	fi; \
	for l in $(LIBS) $(LATE); do pkg-config --exists $$l || { echo "$$l is missing: run make setup, or install its development files" >&2; exit 1; }; done; \
	$(CC) -shared -Wl,--no-as-needed -o $(BUILD)/late.so -x c /dev/null $$(pkg-config --libs $(LATE)) || exit 1; \
	printf 'LIBS_CFLAGS := %s\nLIBS_LINK := %s -lcsv\nLATE_LINK := %s\nLATE_FILES := %s\n' "$$(pkg-config --cflags $(LIBS) $(LATE))" \
	    "$$(pkg-config --libs $(LIBS))" "$$(pkg-config --libs $(LATE))" "$$(objdump -p $(BUILD)/late.so | awk '$$1 == "NEEDED" {printf "%s ", $$2}')" >$@.new; \
	if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

# names of the packages in $(1) that dpkg does not have; nothing where there is no dpkg (then pkg-config decides)
missing_packages = command -v dpkg-query >/dev/null && for p in $(1); do \
	dpkg-query -W -f='$${db:Status-Status}' $$p 2>/dev/null | grep -qx installed || printf '%s ' $$p; done

# objects are made again when the flags change
$(BUILD)/flags: FORCE
	@mkdir -p $(BUILD); printf '%s\n' "$(subst ",\",$(flags))" >$@.new; if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

setup: ## install the Debian packages that are missing, nothing else
	@echo "all packages are there"

# ---- building ----------------------------------------------------------------------------------------------------------------
$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call brief,CC $<)$(flags) -MMD -MP -c $< -o $@

# Most of it runs once a claim: a function has cache lines of its own, and nothing within it is moved apart (dense reports: 7.4 → 6.9 M
# I1 misses, 75.1 → 73.8 ms).
$(BUILD)/extract/%.o: CFLAGS += -O3 -falign-functions=64 -fno-align-jumps -fno-align-loops -fno-align-labels

$(BUILD)/suanpan: $(app_objects) $(lib_objects)
	$(call brief,LD $@)$(CC) $(CFLAGS) $(LDFLAGS) -pthread $^ -o $@ $(LIBS_LINK)

# the library shows the names of its headers and keeps the others to itself
face_names := suanpan_* extractor_* source_open source_next source_close document_from_bytes arena_* decimal_* slice_* utf8_* err_* \
              name_index origin_name qualifier_names kind_names direction_names role_names status_names

$(BUILD)/libsuanpan.a: $(lib_objects)
	@rm -f $@
	$(call brief,AR $@)$(LD) -r -o $(BUILD)/libsuanpan.o $^
	@objcopy --wildcard $(patsubst %,--keep-global-symbol='%',$(face_names)) $(BUILD)/libsuanpan.o
	$(if $(V),,@)$(AR) rcsD $@ $(BUILD)/libsuanpan.o

$(BUILD)/libsuanpan.so: $(lib_objects)
	@printf '{ global: %s local: *; };\n' '$(face_names:%=%;)' >$(BUILD)/libsuanpan.map
	$(call brief,LD $@)$(CC) $(CFLAGS) $(LDFLAGS) -pthread -shared -Wl,--as-needed,--no-undefined,-soname,libsuanpan.so.0,--version-script=$(BUILD)/libsuanpan.map $^ -o $@ $(LIBS_LINK)

# tests/main.c reads the list of suites from the names of the files tests/test_*.c
$(BUILD)/suites.h: FORCE
	@mkdir -p $(BUILD); printf 'SUITE(%s)\n' $(SUITES) >$@.new; if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

$(BUILD)/tests/main.o: $(BUILD)/suites.h
$(BUILD)/tests/%.o: CPPFLAGS += -DSUANPAN_BUILD='"$(BUILD)"'

$(BUILD)/test: $(test_objects) $(filter-out $(BUILD)/main.o,$(app_objects)) $(lib_objects)
	$(call brief,LD $@)$(CC) $(CFLAGS) $(LDFLAGS) -pthread $^ -o $@ $(LIBS_LINK) $(LATE_LINK) -lcunit

-include $(OBJECTS:.o=.d)

# ---- running -----------------------------------------------------------------------------------------------------------------
check: $(BUILD)/suanpan $(BUILD)/test ## set up, build, run every test; the last line counts them
	@sh tests/check.sh $(BUILD)

unit: $(BUILD)/suanpan $(BUILD)/test ## the CUnit tests only; make unit SUITE=numeral for one module
	@$(BUILD)/test $(SUITE)

demo: $(BUILD)/suanpan ## set up, build, run the invented reports of fixtures/reports, show what came out
	@rm -rf $(BUILD)/demo
	$(BUILD)/suanpan run fixtures/reports -o $(BUILD)/demo
	@sh tests/demo.sh $(BUILD)

sanitize: ## every test under AddressSanitizer and UBSan
	@ASAN_OPTIONS=exitcode=99:strict_string_checks=1:detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1 \
	$(MAKE) BUILD=$(BUILD)/sanitize CFLAGS='$(SANITIZE)' check

valgrind: $(BUILD)/suanpan $(BUILD)/test ## the unit tests (but for children that are killed or limited, and texts of 16 MB) and one whole run under memcheck
	valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite $(BUILD)/test --without cli reports output archive feed
	valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite $(BUILD)/suanpan extract fixtures/reports >/dev/null

lint: headers layers ## warnings as errors, clang-format, clang-tidy, cppcheck
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/lint CFLAGS='-O2 -Werror' all $(BUILD)/lint/test >/dev/null
	clang-format --dry-run --Werror $(LIB_SOURCES) $(APP_SOURCES) $(TEST_SOURCES) $(HEADERS)
	cppcheck -q -j$$(nproc) --std=c11 --error-exitcode=1 --inline-suppr -I. -D_POSIX_C_SOURCE=200809L --enable=warning,performance,portability \
	    --suppress=missingIncludeSystem $(LIB_SOURCES) $(APP_SOURCES)
	@$(MAKE) --no-print-directory -Otarget BUILD=$(BUILD)/lint CFLAGS='-O2 -Werror' tidy

# clang-tidy walks every path through a function, so each file is walked again only when it changed, and none without end. Not asked for:
# memcpy_s, which no libc here has, and another order of fields. What core says is told and is no fault: it does not know that err_set
# returns false, nor that a slice without text has no bytes.
TIDY := --quiet --checks=-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling,-clang-analyzer-optin.performance.Padding \
        --warnings-as-errors='*,-clang-analyzer-core.*' $(patsubst %,--extra-arg=%,-Xclang -analyzer-config -Xclang max-nodes=75000)

tidy: $(patsubst %.c,$(BUILD)/%.tidy,$(LIB_SOURCES) $(APP_SOURCES))

$(BUILD)/%.tidy: $(BUILD)/%.o
	@clang-tidy $(TIDY) $*.c -- $(filter-out -fPIC,$(wordlist 2,99,$(flags))) 2>/dev/null
	@touch $@

headers: ## each header compiles alone
	@for h in $(HEADERS); do $(flags) -fsyntax-only -x c $$h || exit 1; done

# A room sees itself and those before it; those behind base see the nouns (claim.h) and the wording (messages.h), too. Each file stands in
# the README.md of its room or of the room round it, under its own name or its header's.
ROOMS := extract/base extract/words extract/read extract/text extract/grid extract/sentence extract/naming extract/telling extract \
         export/table export/series export/audit export plots

layers: ## each room sees those before it: base, words, read, text, grid, sentence, naming, telling, extract, export (table, series, audit), plots
	@for room in $(ROOMS); do seen="$${seen:+$$seen|}$$room"; [ $$room = extract/base ] || nouns='|extract/(claim|messages)\.h'; \
	    grep -H '^ *#include "' $$room/*.[ch] | grep -vE "#include \"(($$seen)/[a-z_]+\.h$$nouns)\""; done | if grep .; then \
	    echo "these includes go against the arrow, or are not written from the root"; exit 1; fi
	@for room in extract export plots; do for file in $$room/*.[ch] $$room/*/*.[ch]; do \
	    name=$${file##*/}; [ ! -f "$$file" ] || [ "$$name" != "$${name%.h}" -a -f "$${file%.h}.c" ] || grep -qF "**$$name**" $$room/README.md || \
	    { echo "$$file: not in $$room/README.md; say there what it does"; exit 1; }; done || exit 1; done

coverage: ## lines reached by the tests, a file each
	@$(MAKE) BUILD=$(BUILD)/coverage CFLAGS='-O0 -g --coverage' check
	@gcov -n -o . $$(find $(BUILD)/coverage -name '*.gcda' ! -path '*/tests/*') 2>/dev/null | awk -v q="'" -F"$$q" \
	    '/^File/ {f = $$2} /^Lines executed/ && f !~ /^\// {split($$0, a, "[:% ]+"); printf "%7s%%  %s\n", a[3], f} /^$$/ {f = "/"}' | sort -u -k2

$(BUILD)/bench/make_text: tests/bench/make_text.c $(patsubst %.c,$(BUILD)/%.o,$(wildcard extract/base/*.c))
	@mkdir -p $(@D)
	$(flags) $^ -o $@

$(BUILD)/bench/measure: tests/bench/measure.c
	@mkdir -p $(@D)
	$(flags) $^ -o $@

bench: $(BUILD)/suanpan $(BUILD)/bench/make_text $(BUILD)/bench/measure ## megabytes a second, beside grep and rg on the same text in the same run (MEGABYTES=200 ROUNDS=3)
	@sh tests/bench/bench.sh $(BUILD) $(or $(MEGABYTES),200) $(or $(ROUNDS),3)
	@sh tests/bench/series.sh $(BUILD) $(if $(MEGABYTES),$$(($(MEGABYTES) < 100 ? 1000 : 10000)))

bench-adversarial: $(BUILD)/suanpan ## texts made to be slow: time must grow with length, not faster
	@sh tests/bench/adversarial.sh $(BUILD)

score: $(BUILD)/suanpan ## precision and recall on gold files, where SHARED has them
	@if [ -f $(SHARED)/tools/score.py ]; then \
	    $(PYTHON) $(SHARED)/tools/score.py --gold $(SHARED)/gold --corpus $(SHARED)/corpus --run '$(BUILD)/suanpan extract --format jsonl {file}'; \
	else echo "no gold files here: $(SHARED)/tools/score.py is missing (make score SHARED=DIR)"; fi

# ---- installing --------------------------------------------------------------------------------------------------------------
man_pages  := $(BUILD)/suanpan.1 $(BUILD)/suanpan-rules.5
completions := $(BUILD)/suanpan.bash $(BUILD)/suanpan.zsh $(BUILD)/suanpan.fish
to          = $(DESTDIR)$(PREFIX)
# what suanpan.h draws in, kept in its folders under include/suanpan
face        = $(filter %.h,$(shell $(CC) -MM -I. extract/suanpan.h))

$(BUILD)/suanpan.1: extract/suanpan.1.in $(BUILD)/suanpan
	@$(BUILD)/suanpan --help=roff-verbs >$@.verbs && $(BUILD)/suanpan --help=roff-options >$@.options
	@sed -e '/^@VERBS@/{r $@.verbs' -e 'd}' -e '/^@OPTIONS@/{r $@.options' -e 'd}' -e 's|@VERSION@|$(VERSION)|;s|@PREFIX@|$(PREFIX)|' $< >$@

$(BUILD)/suanpan-rules.5: extract/rules/suanpan-rules.5
	@cp $< $@

$(completions): $(BUILD)/suanpan.%: $(BUILD)/suanpan
	@$(BUILD)/suanpan --help=$* >$@

install: all $(man_pages) $(completions) ## to PREFIX (/usr/local), under DESTDIR
	install -d $(addprefix $(to)/,bin lib/pkgconfig share/man/man1 share/man/man5 share/suanpan/rules share/suanpan/styles share/suanpan/templates share/bash-completion/completions share/zsh/site-functions share/fish/vendor_completions.d)
	install $(BUILD)/suanpan $(to)/bin/suanpan
	install -m 644 $(BUILD)/libsuanpan.a $(to)/lib/libsuanpan.a
	install $(BUILD)/libsuanpan.so $(to)/lib/libsuanpan.so.0
	ln -sf libsuanpan.so.0 $(to)/lib/libsuanpan.so
	install -m 644 $(wildcard extract/rules/*.tsv extract/rules/*.rules) $(to)/share/suanpan/rules
	install -m 644 $(wildcard plots/styles/*.tsv) $(to)/share/suanpan/styles
	install -m 644 $(wildcard plots/templates/*) $(to)/share/suanpan/templates
	for h in $(face); do install -D -m 644 $$h $(to)/include/suanpan/$$h; done
	printf '%s\n' '#ifdef __cplusplus' 'extern "C" {' '#endif' '#include "extract/suanpan.h"' \
	    '#ifdef __cplusplus' '}' '#endif' >$(to)/include/suanpan/suanpan.h
	install -m 644 $(BUILD)/suanpan.1 $(to)/share/man/man1/suanpan.1
	install -m 644 $(BUILD)/suanpan-rules.5 $(to)/share/man/man5/suanpan-rules.5
	install -m 644 $(BUILD)/suanpan.bash $(to)/share/bash-completion/completions/suanpan
	install -m 644 $(BUILD)/suanpan.zsh $(to)/share/zsh/site-functions/_suanpan
	install -m 644 $(BUILD)/suanpan.fish $(to)/share/fish/vendor_completions.d/suanpan.fish
	printf 'prefix=%s\nName: suanpan\nDescription: quantitative claims of Chinese reports\nVersion: %s\nRequires.private: %s\nCflags: -I$${prefix}/include/suanpan\nLibs: -L$${prefix}/lib -lsuanpan\nLibs.private: -lcsv -pthread\n' \
	    '$(PREFIX)' '$(VERSION)' '$(LIBS)' >$(to)/lib/pkgconfig/suanpan.pc
	@test -n '$(DESTDIR)' || ldconfig 2>/dev/null || true

uninstall: ## take away what install put there
	rm -rf $(to)/bin/suanpan $(to)/lib/libsuanpan.a $(to)/lib/libsuanpan.so $(to)/lib/libsuanpan.so.0 $(to)/lib/pkgconfig/suanpan.pc \
	    $(to)/include/suanpan $(to)/share/suanpan $(to)/share/man/man1/suanpan.1 $(to)/share/man/man5/suanpan-rules.5 \
	    $(to)/share/bash-completion/completions/suanpan $(to)/share/zsh/site-functions/_suanpan \
	    $(to)/share/fish/vendor_completions.d/suanpan.fish

check-consumers: all ## install beside the sources and be used by C, LibreOffice, PostgreSQL, R, DuckDB, Miller, …; sets them up
	@sh tests/consumers/consumers.sh $(BUILD)

CHROMIUM ?= chromium
check-browser: $(BUILD)/suanpan ## the report page in headless Chromium, driven by puppeteer-core (npm fetches it)
	@mkdir -p $(BUILD)/browser && cp tests/browser/package.json $(BUILD)/browser
	@cd $(BUILD)/browser && npm install --silent --no-audit --no-fund
	@NODE_PATH=$(BUILD)/browser/node_modules node tests/browser/check.js $(BUILD) "$$(command -v $(CHROMIUM))"

check-formats: all ## the same reports as text, GB18030, web page, DOCX, ODT, DOC and PDF give the same claims (LibreOffice makes them)
	@sh tests/formats/formats.sh $(BUILD) $(wildcard $(SHARED)/corpus)

fuzz: ## damaged reports under the sanitizers for SECONDS (60)
	@$(MAKE) BUILD=$(BUILD)/sanitize CFLAGS='$(SANITIZE)' $(BUILD)/sanitize/fuzz
	cd $(BUILD)/sanitize && ./fuzz $(or $(SECONDS),60) $(or $(SEED),1) $(abspath $(wildcard fixtures/reports/*/*.*))

fuzz-rules: ## damaged tables and cards under the sanitizers for SECONDS (60)
	@$(MAKE) BUILD=$(BUILD)/sanitize CFLAGS='$(SANITIZE)' $(BUILD)/sanitize/fuzz-rules
	cd $(BUILD)/sanitize && ./fuzz-rules $(or $(SECONDS),60) $(or $(SEED),1) $(abspath fixtures/reports/qingyuan-county-2023/report.txt) \
	    $(abspath $(wildcard extract/rules/*.tsv extract/rules/*.rules plots/styles/*.tsv plots/templates/*))

fuzz-readers: ## any bytes to each reader under libFuzzer and the sanitizers for SECONDS (60); needs clang
	@mkdir -p $(BUILD)/fuzz-readers
	clang -g -O1 -fsanitize=fuzzer,address,undefined $(wordlist 2,99,$(flags)) tests/fuzz/read.c $(LIB_SOURCES) \
	    -o $(BUILD)/fuzz-readers/read $(LIBS_LINK) $(LATE_LINK)
	cd $(BUILD)/fuzz-readers && ./read -max_total_time=$(or $(SECONDS),60) -timeout=10 -max_len=20000 . $(abspath tests/fuzz/corpus)

$(BUILD)/fuzz: tests/fuzz/fuzz.c tests/fuzz/damage.c $(lib_objects)
	$(flags) $^ -o $@ $(LIBS_LINK)

$(BUILD)/fuzz-rules: tests/fuzz/rules.c tests/fuzz/damage.c $(filter-out $(BUILD)/main.o,$(app_objects)) $(lib_objects)
	$(flags) $^ -o $@ $(LIBS_LINK) $(LATE_LINK)

clean: ## remove $(BUILD)
	rm -rf $(BUILD)

compile_commands.json: ## for editors and clang tools (bear)
	bear -- $(MAKE) BUILD=$(BUILD)/bear all $(BUILD)/bear/test

help: ## this list
	@grep -hE '^[a-z_.-]+:.*## ' Makefile | sed 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-22s %s\n", $$1, $$2}'

FORCE:
.PHONY: all setup check unit demo sanitize valgrind lint tidy headers layers coverage bench bench-adversarial score install uninstall check-consumers check-browser check-formats fuzz fuzz-rules fuzz-readers clean help FORCE
.DELETE_ON_ERROR:
