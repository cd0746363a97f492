#include <math.h>

#include "encoder.h"

#pragma STDC FP_CONTRACT OFF

int ck_pack_weights(const float *weights, size_t first, size_t outputs, size_t inputs,
                    int32_t limit, int16_t *packed, float *scales) {
  for (size_t r = 0; r < outputs; r++) {
    const float *row = weights + r * inputs;
    size_t channel = first + r;
    int16_t *out = packed + channel / ck_panel_width * ck_panel_width * inputs +
                   2 * (channel % ck_panel_width);
    float most = 0.0f;
    double total = 0.0;
    for (size_t k = 0; k < inputs; k++) {
      float size = fabsf(row[k]);
      most = size > most ? size : most;
      total += size;
    }
    if (!(total <= 1e300) || most > 3e38f) return 0;
    scales[channel] = 0.0f;
    if (most < 1e-30f) continue;
    // Rounding adds at most one half to each weight; the scale itself is rounded too.
    double room = 2147480000.0 / limit - 0.5 * (double)inputs;
    double top = room * most / total;
    if (!(top > 1.0)) return 0;
    if (top > 32767.0) top = 32767.0;
    float factor = (float)(floor(top) / most);
    scales[channel] = 1.0f / factor;
    for (size_t k = 0; k < inputs; k++) {
      float scaled = row[k] * factor;
      int32_t integer = (int32_t)(scaled < 0.0f ? scaled - 0.5f : scaled + 0.5f);
      out[k / 2 * 2 * ck_panel_width + k % 2] = (int16_t)integer;
    }
  }
  return 1;
}
