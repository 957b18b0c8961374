package org.ketamineregistry.refusal;

import java.util.Locale;

/**
 * The stable codes of everything that the registry refuses, each with its HTTP status.
 *
 * <p>The code of a constant is its name in kebab case. {@code docs/errors.md} lists them with what
 * to do; a test holds that page and this enum equal. A code is never renamed or reused.
 */
public enum ErrorCode {
  MALFORMED_JSON(400, IssueKind.STRUCTURE),
  MALFORMED_XML(400, IssueKind.STRUCTURE),
  MALFORMED_HL7(400, IssueKind.STRUCTURE),
  NOT_UTF_8(400, IssueKind.STRUCTURE),
  DUPLICATE_KEY(400, IssueKind.STRUCTURE),
  NESTED_TOO_DEEP(400, IssueKind.STRUCTURE),
  NOT_A_FHIR_RESOURCE(400, IssueKind.STRUCTURE),
  BUNDLE_TYPE_NOT_ACCEPTED(400, IssueKind.STRUCTURE),
  UNSUPPORTED_CONDITION(400, IssueKind.NOT_SUPPORTED),
  PROFILE_NOT_APPLICABLE(400, IssueKind.NOT_SUPPORTED),
  MESSAGE_NOT_TAKEN(400, IssueKind.NOT_SUPPORTED),
  INVALID_REQUEST(400, IssueKind.INVALID),
  SEARCH_NOT_ALLOWED(400, IssueKind.NOT_SUPPORTED),
  QUESTION_NOT_PUBLISHED(400, IssueKind.NOT_SUPPORTED),
  PERIOD_NOT_CLOSED(400, IssueKind.BUSINESS_RULE),
  IDEMPOTENCY_KEY_MISSING(400, IssueKind.REQUIRED),

  TOKEN_MISSING(401, IssueKind.LOGIN),
  TOKEN_INVALID(401, IssueKind.LOGIN),
  TOKEN_EXPIRED(401, IssueKind.EXPIRED),
  FORBIDDEN(403, IssueKind.FORBIDDEN),
  ROLE_MISSING(403, IssueKind.FORBIDDEN),
  CLINIC_NOT_IN_TOKEN(403, IssueKind.FORBIDDEN),
  PURPOSE_MISSING(403, IssueKind.FORBIDDEN),
  SCOPE_MISSING(403, IssueKind.FORBIDDEN),
  CLINIC_NOT_YOURS(403, IssueKind.FORBIDDEN),
  SENDER_UNKNOWN(403, IssueKind.FORBIDDEN),
  NOT_FOUND(404, IssueKind.NOT_FOUND),
  NETWORK_NOT_JOINED(404, IssueKind.NOT_SUPPORTED),
  METHOD_NOT_ALLOWED(405, IssueKind.NOT_SUPPORTED),
  NOT_ACCEPTABLE(406, IssueKind.NOT_SUPPORTED),
  BODY_TOO_SLOW(408, IssueKind.TIMEOUT),
  IDENTIFIER_EXISTS(409, IssueKind.DUPLICATE),
  BUNDLE_IDENTIFIER_REUSED(409, IssueKind.DUPLICATE),
  IDEMPOTENCY_KEY_REUSED(409, IssueKind.DUPLICATE),
  EDIT_CONFLICT(409, IssueKind.CONFLICT),
  VERSION_MISMATCH(412, IssueKind.CONFLICT),
  CONDITION_AMBIGUOUS(412, IssueKind.MULTIPLE_MATCHES),
  TOO_LARGE(413, IssueKind.TOO_LONG),
  UNSUPPORTED_MEDIA_TYPE(415, IssueKind.NOT_SUPPORTED),
  TOO_MANY_REQUESTS(429, IssueKind.THROTTLED),
  TOO_MANY_EXPORTS(429, IssueKind.THROTTLED),
  TOO_MANY_WAITING(429, IssueKind.THROTTLED),

  DIRECT_IDENTIFIER(422, IssueKind.BUSINESS_RULE),
  TYPE_NOT_ACCEPTED(422, IssueKind.NOT_SUPPORTED),
  PROFILE_NOT_DETERMINED(422, IssueKind.INVALID),
  ELEMENT_UNKNOWN(422, IssueKind.STRUCTURE),
  ELEMENT_REQUIRED(422, IssueKind.REQUIRED),
  ELEMENT_NOT_ALLOWED(422, IssueKind.STRUCTURE),
  EXTENSION_UNKNOWN(422, IssueKind.EXTENSION),
  CODE_NOT_ALLOWED(422, IssueKind.CODE_INVALID),
  VALUE_INVALID(422, IssueKind.VALUE),
  VALUE_NOT_AS_PROFILED(422, IssueKind.VALUE),
  RULE_VIOLATED(422, IssueKind.INVARIANT),
  DATE_IMPLAUSIBLE(422, IssueKind.VALUE),
  INVALID(422, IssueKind.INVALID),
  FORM_UNKNOWN(422, IssueKind.NOT_FOUND),
  FORM_NOT_FINISHED(422, IssueKind.BUSINESS_RULE),

  ENTRY_REQUEST_INVALID(422, IssueKind.STRUCTURE),
  FULL_URL_DUPLICATE(422, IssueKind.STRUCTURE),
  REFERENCE_DANGLING(422, IssueKind.NOT_FOUND),
  REFERENCE_UNKNOWN(422, IssueKind.NOT_FOUND),
  REFERENCE_WRONG_TYPE(422, IssueKind.INVALID),
  REFERENCE_CIRCULAR(422, IssueKind.STRUCTURE),
  REFERENCE_FORM(422, IssueKind.STRUCTURE),
  IDENTIFIER_FORM(422, IssueKind.VALUE),
  IDENTIFIER_REPEATED(422, IssueKind.DUPLICATE),
  CLINIC_MISSING(422, IssueKind.REQUIRED),
  CLINIC_UNKNOWN(422, IssueKind.NOT_FOUND),
  CLINIC_AMBIGUOUS(422, IssueKind.BUSINESS_RULE),
  CLINIC_REGISTERED_APART(422, IssueKind.BUSINESS_RULE),
  CONSENT_REQUIRED(422, IssueKind.BUSINESS_RULE),
  PERSON_ERASED(422, IssueKind.BUSINESS_RULE),
  TOPIC_UNKNOWN(422, IssueKind.NOT_SUPPORTED),
  FILTER_NOT_SUPPORTED(422, IssueKind.NOT_SUPPORTED),
  PAYLOAD_NOT_SUPPORTED(422, IssueKind.NOT_SUPPORTED),
  ENDPOINT_NOT_ALLOWED(422, IssueKind.BUSINESS_RULE),
  TOO_MANY_SUBSCRIPTIONS(422, IssueKind.BUSINESS_RULE),

  INTERNAL(500, IssueKind.EXCEPTION),
  OVERLOADED(503, IssueKind.THROTTLED),
  DATABASE_UNAVAILABLE(503, IssueKind.TRANSIENT),
  IDENTITY_PROVIDER_UNAVAILABLE(503, IssueKind.TRANSIENT),
  NETWORK_DIRECTORY_REFUSED(503, IssueKind.TRANSIENT),
  REGISTRY_UNREACHABLE(503, IssueKind.TRANSIENT);

  /** The FHIR issue type that goes with a code (value set {@code issue-type}). */
  public enum IssueKind {
    STRUCTURE,
    REQUIRED,
    VALUE,
    INVALID,
    INVARIANT,
    EXTENSION,
    CODE_INVALID,
    NOT_SUPPORTED,
    NOT_FOUND,
    LOGIN,
    EXPIRED,
    FORBIDDEN,
    DUPLICATE,
    CONFLICT,
    MULTIPLE_MATCHES,
    BUSINESS_RULE,
    TOO_LONG,
    TIMEOUT,
    THROTTLED,
    TRANSIENT,
    EXCEPTION,
    INFORMATIONAL;

    /** The code as FHIR writes it, for example {@code not-found}. */
    public String code() {
      return kebab(name());
    }
  }

  private final int status;
  private final IssueKind kind;

  ErrorCode(int status, IssueKind kind) {
    this.status = status;
    this.kind = kind;
  }

  /** The stable code, for example {@code element-required}. */
  public String code() {
    return kebab(name());
  }

  /** The HTTP status of an answer whose gravest problem has this code. */
  public int status() {
    return status;
  }

  public IssueKind kind() {
    return kind;
  }

  private static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
