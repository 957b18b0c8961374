package org.ketamineregistry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  private static final String JSON =
      """
      {
        "resourceType": "Bundle",
        "entry": [ {
          "resource": { "resourceType": "Observation",
            "valueQuantity": { "value": 1 },
            "effectiveDateTime": "2026",
            "_effectiveDateTime": { "extension": [ {"url": "x"}, {"url": "y"} ] },
            "category": [ {"text": "a"},
              {"text": "b"} ],
            "note": []
          } } ]
      }
      """;
  private static final String XML =
      """
      <?xml version="1.0"?>
      <Bundle xmlns="http://hl7.org/fhir"><!-- <entry> -->
        <entry>
          <resource><Observation>
            <category><text value="a &lt;"/></category>
            <category>
              <text
                value="b"/></category>
            <effectiveDateTime value="2026"><extension url="x"/>
              <extension url="y"/></effectiveDateTime>
            <valueQuantity><value value="1"/></valueQuantity>
          </Observation></resource></entry>
      </Bundle>
      """;

  private static Place of(String text, Format format, String expression) {
    return Places.of(Reading.incoming(Door.verdict(), format, text)).of(expression).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "Bundle, 1, 1, 2, 1",
    "Bundle.entry[0], 3, 14, 3, 3",
    "Bundle.entry[0].resource, 4, 5, 4, 5",
    "Bundle.entry[0].resource.category[0], 8, 21, 5, 7",
    "Bundle.entry[0].resource.category[1], 9, 9, 6, 7",
    "Bundle.entry[0].resource.category[1].text, 9, 10, 7, 9",
    "Bundle.entry[0].resource.category[0].text, 8, 22, 5, 17",
    "Bundle.entry[0].resource.value, 5, 7, 11, 7",
    "Bundle.entry[0].resource.value.value, 5, 26, 11, 22",
    "Bundle.entry[0].resource.effective, 6, 7, 9, 7",
    "Bundle.entry[0].resource.effective.extension[1], 7, 60, 10, 9",
    "Bundle.entry[0].resource.value.code, 5, 7, 11, 7",
    "Bundle.entry[0].resource.subject.reference, 4, 5, 4, 5"
  })
  void anElementBeginsWhereItsTextBegins(
      String expression, int jsonLine, int jsonColumn, int xmlLine, int xmlColumn) {
    assertThat(of(JSON, Format.JSON, expression)).isEqualTo(new Place(jsonLine, jsonColumn));
    Place inXml = of(XML, Format.XML, expression);
    // The resource itself begins with the tag of its type.
    if (expression.endsWith(".resource") || expression.contains(".subject.")) {
      assertThat(inXml).isEqualTo(new Place(xmlLine, 15));
    } else {
      assertThat(inXml).isEqualTo(new Place(xmlLine, xmlColumn));
    }
  }

  @Test
  void anEmptyArrayHasAPlaceToo() {
    assertThat(of(JSON, Format.JSON, "Bundle.entry[0].resource.note")).isEqualTo(new Place(10, 7));
  }

  @Test
  void linesEndInEveryWay() {
    assertThat(of("{\r\n \"a\":\r\n{\"b\":1}}", Format.JSON, "X.a.b")).isEqualTo(new Place(3, 2));
    assertThat(of("<X>\r\n <a>\r\n  <b/></a></X>", Format.XML, "X.a.b")).isEqualTo(new Place(3, 3));
    assertThat(of("<X><a/><a><b/></a></X>", Format.XML, "X.a[1].b")).isEqualTo(new Place(1, 11));
  }
}
