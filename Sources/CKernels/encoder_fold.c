#include "encoder.h"

// Scalars from `first` to `last` by `step` that are treated alike. `length` 0: the text stays as
// it is. Length 1: it becomes `value`, plus the distance from `first` where `shifts` is 1. Longer:
// it becomes the scalars of fold_strings from `value` on.
struct fold_run {
  uint32_t first, last;
  uint8_t step, class_as_is, class_folded, length, shifts;
  uint32_t value;
};

#include "encoder_fold_table.h"

enum { run_count = sizeof fold_runs / sizeof fold_runs[0] };

static const struct fold_run *run_of(uint32_t scalar) {
  size_t low = 0, high = run_count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (fold_runs[middle].last < scalar) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == run_count || scalar < fold_runs[low].first) return NULL;
  return (scalar - fold_runs[low].first) % fold_runs[low].step == 0 ? fold_runs + low : NULL;
}

// A Hangul syllable is its two or three letters by a formula (Unicode, section 3.12).
static int decompose_hangul(uint32_t scalar, uint32_t *text) {
  uint32_t index = scalar - 0xac00;
  text[0] = 0x1100 + index / 588;
  text[1] = 0x1161 + index % 588 / 28;
  text[2] = 0x11a7 + index % 28;
  return index % 28 == 0 ? 2 : 3;
}

int ck_fold_scalar(uint32_t scalar, int folds, uint32_t *text, int *class_of_text) {
  text[0] = scalar;
  *class_of_text = ck_keep;
  if (scalar > 0x10ffff || (scalar >= 0xd800 && scalar < 0xe000)) {
    *class_of_text = ck_drop;
    return 1;
  }
  if (scalar >= 0xac00 && scalar <= 0xd7a3) return folds ? decompose_hangul(scalar, text) : 1;
  const struct fold_run *run = run_of(scalar);
  if (!run) return 1;
  *class_of_text = folds ? run->class_folded : run->class_as_is;
  if (!folds || run->length == 0) return 1;
  if (run->length == 1) {
    text[0] = run->value + (run->shifts ? scalar - run->first : 0);
    return 1;
  }
  for (int i = 0; i < run->length; i++) text[i] = fold_strings[run->value + (uint32_t)i];
  return run->length;
}
