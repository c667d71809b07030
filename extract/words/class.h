/* The classes of words and figures, as rules/classes.tsv writes them: a Han character in the tables and cards, a letter in a
 * skeleton, a name here. What each is stands in the table, with an example. */
#ifndef SUANPAN_CLASS_H
#define SUANPAN_CLASS_H

#include "extract/base/decimal.h"

/* clang-format off */
#define WORD_CLASSES(X)                                                                                                       \
    /* figures */                                                                                                             \
    X(COUNT, 'Q', "数") X(SMALL_COUNT, 'S', "小") X(PERCENT, 'P', "率") X(POINTS, 'D', "点") X(MULTIPLE, 'M', "倍")           \
    X(ORDINAL, 'R', "序") X(DURATION, 'T', "时") X(AGE, 'A', "岁") X(BARE, 'N', "裸") X(RATIO, 'X', "例")                     \
    /* what is named */                                                                                                       \
    X(NOUN, 'n', "名") X(HEAD, 'h', "尾") X(LEVEL, '1', "级") X(SET_PHRASE, 'B', "禁") X(ETC, 'W', "等") X(BAND, '3', "段")   \
    /* what is done */                                                                                                        \
    X(VERB, 'v', "动") X(VERBAL, 'Z', "事") X(LIGHT, 'w', "做") X(AWARD, 'G', "获") X(REACH, 'd', "达") X(RANK, 'r', "位")    \
    X(GROW, 'u', "增") X(FALL, 'j', "减") X(IMPROVE, 'K', "提") X(GROW_TO, 'U', "升") X(FALL_TO, 'J', "降")                   \
    X(DONE, 'e', "已") X(AIM, 't', "目") X(PLAN, 'C', "划")                                                                   \
    /* with what it is compared, of what it is a part */                                                                      \
    X(FROM, 'f', "由") X(TO, 'z', "至") X(THAN, 'b', "比") X(ON_YEAR, 'y', "同") X(ON_PERIOD, 'm', "环")                      \
    X(ON_START, 's', "初") X(SHARE, 'o', "占") X(AMONG, 'i', "其")                                                            \
    /* round a figure */                                                                                                      \
    X(DATE, 'Y', "期") X(RUNNING, 'L', "连") X(SINCE, 'I', "来") X(WITHIN, '6', "内") X(FIRST, 'V', "前")                     \
    X(QUALIFIER, 'O', "超") X(ONLY, 'l', "仅") X(NONE, 'x', "否") X(RESPECTIVELY, 'F', "分") X(BOTH, 'E', "均")               \
    X(PER_NOUN, 'q', "每") X(PER, '5', "逐")                                                                                  \
    /* between words */                                                                                                       \
    X(ADVERB, 'a', "副") X(PLACE, 'g', "地") X(PREPOSITION, 'p', "介") X(OF, 'c', "的") X(AND, 'k', "和")                     \
    /* the text's own marks */                                                                                                \
    X(LIST_MARK, 'H', "号") X(FOLLOWING, '4', "下") X(READERS, '2', "览")                                                     \
    X(COMMA, ',', "逗") X(LIST_COMMA, ';', "顿") X(STOP, '.', "句") X(COLON, ':', "冒") X(OPEN, '(', "括")                    \
    X(CLOSE, ')', "闭") X(QUOTE, '<', "引") X(UNQUOTE, '>', "收") X(BLANK, '_', "空")
/* clang-format on */
#define WORD_CLASS(name, letter, han) name = letter,
enum word_class { WORD_CLASSES(WORD_CLASS) };
#undef WORD_CLASS

/* The classes of figures, which no word has: what bears one is a candidate. */
#define FIGURES COUNT, SMALL_COUNT, PERCENT, POINTS, MULTIPLE, DURATION, AGE, BARE, ORDINAL, RATIO

#define CLASS_BIT(letter) ((u128)1 << ((unsigned char)(letter)&127))

/* Several classes as one mask, CLASSES(NOUN, HEAD), which the compiler folds. */
static inline u128 class_bits(const char *letters, size_t count) {
    u128 bits = 0;
#pragma GCC unroll 64
    for (size_t i = 0; i < count; i++) bits |= CLASS_BIT(letters[i]);
    return bits;
}
#define CLASSES(...) class_bits((const char[]){__VA_ARGS__}, sizeof((const char[]){__VA_ARGS__}))
#define is_one_of(tag, ...) in_classes(tag, CLASSES(__VA_ARGS__))

/* Most sets hold letters alone, and are asked without a branch for what is none. */
static inline bool in_classes(char tag, u128 classes) {
    uint64_t letters = (uint64_t)(classes >> 64), others = (uint64_t)classes;
    if (!others) return letters >> (tag & 63) & (uint64_t)(tag >> 6) & 1;
    return (tag & 64 ? letters : others) >> (tag & 63) & 1;
}

#endif
