// What a BERT-type text encoder spends its time in: matrix products in fixed point, attention,
// layer normalisation, and the folding of text before it is cut into word pieces.
//
// Every function with a `variant` gives the same bits for every variant: integer sums are exact,
// float sums are taken in a fixed order in 16 lanes, and no multiplication is fused with an
// addition. So a vector never depends on the machine. Widths are multiples of 16.

#ifndef SEEDBED_ENCODER_H
#define SEEDBED_ENCODER_H

#include <stddef.h>
#include <stdint.h>

// How the loops are compiled. The plain form is always there and says what the others must do.
enum ck_variant { ck_plain, ck_sse2, ck_avx2, ck_avx512, ck_neon, ck_variant_count };

// Whether this processor and this build can run a variant, and the fastest that they can.
int ck_encoder_supports(int variant);
int ck_encoder_fastest(void);

enum ck_activation { ck_identity, ck_relu, ck_gelu };

// Output channels that are kept together, and rows that are worked on together.
enum { ck_panel_width = 48, ck_row_block = 8 };

// Brings `outputs` rows of `inputs` weights (an even number) to 16 bits, each row with a scale of
// its own, and lays them out for ck_linear. The scale is the finest with which no sum of products
// with values up to `limit` can leave 32 bits. `first` is the number of the first channel in the
// packed matrix, which holds a multiple of ck_panel_width channels and starts as zeros. Returns 0
// when a weight is not finite.
int ck_pack_weights(const float *weights, size_t first, size_t outputs, size_t inputs,
                    int32_t limit, int16_t *packed, float *scales);

// Brings rows to integers of at most `limit` (below 32768); value = integer * scale of the row.
void ck_quantize_rows(int variant, const float *rows, size_t count, size_t width, int32_t limit,
                      int16_t *quantized, float *scales);

// out[r][c] = activation(sum over k of quantized[r][k] * packed[c][k] * scales + bias[c]).
// `quantized` has room for a multiple of ck_row_block rows; what is in the surplus is ignored.
struct ck_linear {
  const int16_t *packed;
  const float *scales;
  const float *bias;
  size_t inputs, outputs;
  int activation;
};
void ck_apply_linear(int variant, const struct ck_linear *layer, const int16_t *quantized,
                     const float *row_scales, size_t rows, float *out);

// rows[r] = normalised(rows[r] + added[r]) * gamma + beta.
void ck_add_normalize(int variant, float *rows, const float *added, const float *gamma,
                      const float *beta, float epsilon, size_t count, size_t width);

// Self-attention over one text. Each of the `count` rows of `qkv` holds queries, keys and values
// of all heads, each part heads * head_width wide. `scratch` has ck_attention_scratch floats.
size_t ck_attention_scratch(size_t count, size_t head_width);
void ck_attend(int variant, const float *qkv, size_t count, size_t heads, size_t head_width,
               float *scratch, float *out);

// What BERT's normaliser makes of one scalar from U+0080 up, as it is or folded (lower case
// without accents): writes up to 3 scalars and returns how many, with their class. Surrogates and
// values beyond Unicode are dropped.
enum ck_fold_class { ck_keep, ck_drop, ck_space, ck_punctuation, ck_ideograph };
int ck_fold_scalar(uint32_t scalar, int folds, uint32_t *text, int *class_of_text);

#endif
