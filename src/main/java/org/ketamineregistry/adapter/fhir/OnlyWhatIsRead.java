package org.ketamineregistry.adapter.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * How a source's JSON is held to R4. An element that R4 does not have is passed over, since no path
 * can name it; what a path may find has to be what R4 says. Nothing is logged.
 */
final class OnlyWhatIsRead extends LenientErrorHandler {
  OnlyWhatIsRead() {
    super(false);
  }

  @Override
  public void unexpectedRepeatingElement(@Nullable IParseLocation location, String name) {
    throw new DataFormatException("repeated");
  }

  @Override
  public void incorrectJsonType(
      @Nullable IParseLocation location,
      String name,
      ValueType expected,
      @Nullable ScalarType expectedScalar,
      ValueType found,
      @Nullable ScalarType foundScalar) {
    throw new DataFormatException("of another kind");
  }
}
