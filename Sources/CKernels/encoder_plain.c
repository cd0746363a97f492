// The loops of encoder.h one number at a time: what every other variant must equal.

#include <math.h>
#include <string.h>

#include "encoder_math.h"
#include "encoder_variants.h"

#pragma STDC FP_CONTRACT OFF

enum { lane_count = 16 };

static float sum(float *lanes) {
  for (size_t half = lane_count / 2; half > 0; half /= 2) {
    for (size_t i = 0; i < half; i++) lanes[i] += lanes[i + half];
  }
  return lanes[0];
}

static float gelu(float x) {
  float t = x * half_root_2;
  t = t > -erf_edge ? t : -erf_edge;
  t = t < erf_edge ? t : erf_edge;
  float z = t * t, p = erf_p[4], q = erf_q[5];
  for (int i = 3; i >= 0; i--) p = p * z + erf_p[i];
  for (int i = 4; i >= 0; i--) q = q * z + erf_q[i];
  float half = x * 0.5f;
  return half + half * (t * p / q);
}

static int32_t bits_of(float value) {
  int32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

static float exponential(float x) {
  x = x > exp_floor ? x : exp_floor;
  float shifted = x * log2_e + rounding_shift, k = shifted - rounding_shift;
  float r = (x - k * ln2_high) - k * ln2_low, series = exp_series[6], power;
  for (int i = 5; i >= 0; i--) series = series * r + exp_series[i];
  int32_t bits = (int32_t)((uint32_t)(bits_of(shifted) - rounding_bits + 127) << 23);
  memcpy(&power, &bits, sizeof power);
  return series * power;
}

void encoder_quantize_rows_plain(const float *rows, size_t count, size_t width, int32_t limit,
                                 int16_t *quantized, float *scales) {
  for (size_t r = 0; r < count; r++) {
    float most = 0.0f;
    for (size_t c = 0; c < width; c++) {
      float size = fabsf(rows[r * width + c]);
      most = size > most ? size : most;
    }
    int usable = most >= smallest_row && most <= largest_row;
    float factor = usable ? (float)limit / most : 0.0f;
    scales[r] = usable ? most / (float)limit : 0.0f;
    for (size_t c = 0; c < width; c++) {
      float shifted = rows[r * width + c] * factor + rounding_shift;
      quantized[r * width + c] = (int16_t)((uint32_t)bits_of(shifted) - rounding_bits);
    }
  }
}

void encoder_apply_linear_plain(const struct ck_linear *layer, const int16_t *quantized,
                                const float *row_scales, size_t rows, float *out) {
  size_t width = layer->inputs, outputs = layer->outputs;
  for (size_t r = 0; r < rows; r++) {
    for (size_t c = 0; c < outputs; c++) {
      const int16_t *channel = layer->packed + c / ck_panel_width * ck_panel_width * width +
                               2 * (c % ck_panel_width);
      uint32_t total = 0;
      for (size_t k = 0; k < width; k++) {
        int32_t weight = channel[k / 2 * 2 * ck_panel_width + k % 2];
        total += (uint32_t)(quantized[r * width + k] * weight);
      }
      float value = (float)(int32_t)total * layer->scales[c];
      value = value * row_scales[r] + layer->bias[c];
      if (layer->activation == ck_gelu) {
        value = gelu(value);
      } else if (layer->activation == ck_relu) {
        value = value > 0.0f ? value : 0.0f;
      }
      out[r * outputs + c] = value;
    }
  }
}

void encoder_add_normalize_plain(float *rows, const float *added, const float *gamma,
                                 const float *beta, float epsilon, size_t count, size_t width) {
  for (size_t r = 0; r < count; r++) {
    float *row = rows + r * width;
    float total[lane_count] = {0}, squares[lane_count] = {0};
    for (size_t c = 0; c < width; c++) {
      row[c] += added[r * width + c];
      total[c % lane_count] += row[c];
    }
    float mean = sum(total) / (float)width;
    for (size_t c = 0; c < width; c++) {
      float distance = row[c] - mean;
      squares[c % lane_count] += distance * distance;
    }
    float factor = 1.0f / sqrtf(sum(squares) / (float)width + epsilon);
    for (size_t c = 0; c < width; c++) row[c] = (row[c] - mean) * factor * gamma[c] + beta[c];
  }
}

// The weights of one query over all keys, not yet divided by their sum; returns its inverse.
static float weigh(const float *query, const float *keys, size_t stride, size_t count,
                   size_t head_width, float *weights) {
  size_t padded = (count + lane_count - 1) / lane_count * lane_count;
  float scale = 1.0f / sqrtf((float)head_width), most = no_key, total[lane_count] = {0};
  for (size_t j = 0; j < padded; j++) {
    float product = 0.0f;
    for (size_t d = 0; j < count && d < head_width; d++) {
      product += query[d] * keys[j * stride + d];
    }
    weights[j] = product * scale + (j < count ? 0.0f : no_key);
    most = weights[j] > most ? weights[j] : most;
  }
  for (size_t j = 0; j < padded; j++) {
    weights[j] = exponential(weights[j] - most);
    total[j % lane_count] += weights[j];
  }
  return 1.0f / sum(total);
}

void encoder_attend_plain(const float *qkv, size_t count, size_t heads, size_t head_width,
                          float *scratch, float *out) {
  size_t hidden = heads * head_width, stride = 3 * hidden;
  for (size_t head = 0; head < heads; head++) {
    const float *query = qkv + head * head_width, *key = query + hidden, *value = key + hidden;
    for (size_t i = 0; i < count; i++) {
      float factor = weigh(query + i * stride, key, stride, count, head_width, scratch);
      for (size_t d = 0; d < head_width; d++) {
        float total = 0.0f;
        for (size_t j = 0; j < count; j++) total += scratch[j] * value[j * stride + d];
        out[i * hidden + head * head_width + d] = total * factor;
      }
    }
  }
}
