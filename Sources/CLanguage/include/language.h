// A C face for Compact Language Detector 2, which is a C++ library.
#ifndef SEEDBED_LANGUAGE_H
#define SEEDBED_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A language as the library numbers it; negative when it has no such language.
typedef int32_t cl_language;

/// What the library found: at most three languages, the largest share first.
typedef struct {
  cl_language language[3];  // negative where fewer than three were found
  int32_t percent[3];       // share of the text's letters, 0...100
  bool reliable;            // the library's own judgement of the first answer
} cl_guess;

/// The library's number of an ISO 639-1 code, with older spellings ("iw", "nb") folded together.
cl_language cl_language_of_code(const char *code);

/// The ISO 639-1 code of a language, or NULL; the text lives as long as the program.
const char *cl_code_of_language(cl_language language);

/// Identifies plain text.
///
/// @param bytes   the text, which must be UTF-8; need not end in a zero byte
/// @param length  its length in bytes; only the first 64 KiB are read
/// @param hint    up to five codes joined by commas that are expected, or NULL
/// @param short_text  let the library answer on little evidence
cl_guess cl_identify(const uint8_t *bytes, size_t length, const char *hint, bool short_text);

#ifdef __cplusplus
}
#endif

#endif
