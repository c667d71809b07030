#include "plots/kinds.h"
#include "extract/base/banned.h"
void slope_draw(struct desk *desk) { (void)desk; }
void multiples_draw(struct desk *desk) { (void)desk; }
void overview_draw(struct desk *desk) { (void)desk; }
void chart_preview(const struct comparison *c, const struct claim *l, size_t n, struct arena *a) { (void)c;(void)l;(void)n;(void)a; }
