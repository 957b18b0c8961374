package org.ketamineregistry.guide;

import org.ketamineregistry.refusal.ErrorCode;

/**
 * A resource with exactly one defect, and what it must raise.
 *
 * @param path {@code profile/rule--what.json}
 * @param rule the invariant's key, or the kind of defect
 * @param expression where the defect is
 * @param json its text
 */
record InvalidExample(String path, String rule, String expression, String json) {

  /** The id of the profile that it breaks. */
  String profile() {
    return path.substring(0, path.indexOf('/'));
  }

  /** What is wrong with it, from its file's name. */
  String defect() {
    return path.replaceAll("^.*--|\\.json$", "").replace('-', ' ');
  }

  /** The registry's answer to such a defect. */
  ErrorCode code() {
    return switch (rule) {
      case "required" -> ErrorCode.ELEMENT_REQUIRED;
      case "forbidden", "slicing" -> ErrorCode.ELEMENT_NOT_ALLOWED;
      case "binding" -> ErrorCode.CODE_NOT_ALLOWED;
      case "pattern" -> ErrorCode.VALUE_NOT_AS_PROFILED;
      case "type" -> ErrorCode.VALUE_INVALID;
      default -> ErrorCode.RULE_VIOLATED;
    };
  }
}
