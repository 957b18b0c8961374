package org.ketamineregistry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessIdentifierTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "identifier=https://ehr.example/sid|42",
        "?identifier=https://ehr.example/sid|42",
        "Patient?identifier=https://ehr.example/sid|42",
        "identifier=https%3A%2F%2Fehr.example%2Fsid%7C42"
      })
  void isReadInEveryFormOfTheSameCondition(String condition) {
    assertThat(BusinessIdentifier.parse("Patient", condition))
        .contains(new BusinessIdentifier("Patient", "https://ehr.example/sid", "42"));
  }

  @Test
  void keepsWhatBelongsToTheValue() {
    assertThat(BusinessIdentifier.parse("Patient", "identifier=urn:a|b|c"))
        .contains(new BusinessIdentifier("Patient", "urn:a", "b|c"));
    assertThat(BusinessIdentifier.parse("Patient", "identifier=urn:a|b+c"))
        .contains(new BusinessIdentifier("Patient", "urn:a", "b+c"));
    assertThat(BusinessIdentifier.parse("Patient", "identifier=urn:a|b%20c%26d"))
        .contains(new BusinessIdentifier("Patient", "urn:a", "b c&d"));
  }

  @Test
  void isBoundedSoThatNoTwoAreTakenForOne() {
    String longest = "v".repeat(200);
    assertThat(BusinessIdentifier.parse("Patient", "identifier=urn:a|" + longest)).isPresent();
    assertThat(BusinessIdentifier.parse("Patient", "identifier=urn:a|" + longest + "v")).isEmpty();
    assertThat(BusinessIdentifier.parse("Patient", "identifier=" + longest + "v|1")).isEmpty();
    assertThat(BusinessIdentifier.tellsApart(longest, longest)).isTrue();
    assertThat(BusinessIdentifier.tellsApart("urn:a|b", "c")).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "?",
        "identifier=",
        "identifier=42",
        "identifier=|42",
        "identifier=urn:a|",
        "identifier=urn:a|b&active=true",
        "identifier:exact=urn:a|b",
        "name=Doe",
        "Organization?identifier=urn:a|b",
        "identifier=urn:a|%",
        "identifier=urn:a|%ZZ",
        "identifier=urn:a|b%00",
        "identifier=urn:a|b%ff",
        "identifier=urn:a|b%ed%a0%80"
      })
  void isAbsentInAnyOtherForm(@Nullable String condition) {
    assertThat(BusinessIdentifier.parse("Patient", condition)).isEmpty();
  }
}
