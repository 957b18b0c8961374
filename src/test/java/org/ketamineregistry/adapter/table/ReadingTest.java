package org.ketamineregistry.adapter.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.adapter.mapping.CodeMap;
import org.ketamineregistry.adapter.mapping.Taken;
import org.ketamineregistry.adapter.mapping.Unfit;

/** How a cell becomes a value, and that none is guessed. */
class ReadingTest {
  @Nested
  class Numbers {
    private final Amounts comma = Amounts.of(format(',', null), BigDecimal.ONE, null, false);
    private final Amounts grouped = Amounts.of(format(',', '.'), BigDecimal.ONE, null, false);
    private final Amounts doses =
        Amounts.of(
            format('.', null),
            BigDecimal.ONE,
            Map.of("mg", BigDecimal.ONE, "g", new BigDecimal(1000), "mcg", new BigDecimal("0.001")),
            false);

    @ParameterizedTest
    @CsvSource({"'35,5', 35.5", "1000, 1000", "-3, -3", "'0,50', 0.5", "'12,0', 12", "0, 0"})
    void areReadByTheMarkThatIsDeclared(String text, String number) throws Exception {
      assertThat(comma.read(List.of(text))).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1.000,5", "1.5", "35,5 mg", "1 000", "1,000,5", "12,", ",5", "1e3", "~40", "40-50", "+1",
          "½"
        })
    void byOtherMarksAreRefusedAndNeverCutShort(String text) {
      refused(comma, text);
    }

    @Test
    void mayBeGroupedWhereTheMappingSaysSo() throws Exception {
      assertThat(grouped.read(List.of("1.000,5"))).hasValue("1000.5");
      assertThat(grouped.read(List.of("1000,5"))).hasValue("1000.5");
      refused(grouped, "1.5");
      refused(grouped, "1.0000");
    }

    @ParameterizedTest
    @CsvSource({"40 mg, 40", "40mg, 40", "0.036 g, 36", "500 mcg, 0.5", "40 MG, 40"})
    void areBroughtToTheUnitOfTheField(String text, String number) throws Exception {
      assertThat(doses.read(List.of(text))).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40", "40 ml", "0.5 mg/kg", "40 mg or so", "1.000.5 mg", "mg 40"})
    void ofAnotherUnitAreRefused(String text) {
      refused(doses, text);
    }

    @Test
    void haveTheirUnitInAnotherColumn() throws Exception {
      var apart =
          Amounts.of(format('.', null), BigDecimal.ONE, Map.of("g", new BigDecimal(1000)), true);
      assertThat(apart.read(List.of("0.04", "g"))).hasValue("40");
      assertThatThrownBy(() -> apart.read(List.of("0.04", ""))).isInstanceOf(Unfit.class);
    }

    @Test
    void ofSaltBecomeNumbersOfBase() throws Exception {
      var salt = Amounts.of(format('.', null), new BigDecimal("0.8671"), null, false);
      assertThat(salt.read(List.of("40"))).hasValue("34.684");
    }
  }

  @Nested
  class Days {
    @ParameterizedTest
    @CsvSource({
      "dd.MM.yyyy, 31.03.2026, 2026-03-31",
      "d/M/yyyy, 3/4/2026, 2026-04-03",
      "d MMM yyyy, 3 apr 2026, 2026-04-03",
      "MM/yyyy, 04/2026, 2026-04",
      "yyyy, 1968, 1968",
      "dd.MM.yyyy HH:mm, 31.03.2026 09:30, 2026-03-31T09:30:00",
      "yyyy-MM-dd'T'HH:mmXXX, 2026-03-31T09:30+02:00, 2026-03-31T09:30:00+02:00"
    })
    void areReadByTheirForm(String form, String text, String day) throws Exception {
      assertThat(moments(form).read(List.of(text))).hasValue(day);
    }

    @Test
    void ofOneMeaningInTwoFormsAreRead() throws Exception {
      assertThat(moments("d/M/yyyy", "M/d/yyyy").read(List.of("17/3/2026"))).hasValue("2026-03-17");
      assertThat(moments("d/M/yyyy", "M/d/yyyy").read(List.of("3/3/2026"))).hasValue("2026-03-03");
    }

    @Test
    void ofTwoMeaningsAreNeverGuessed() {
      assertThatThrownBy(() -> moments("d/M/yyyy", "M/d/yyyy").read(List.of("3/4/2026")))
          .isInstanceOf(Unfit.class)
          .hasMessageContaining("ways that differ")
          .hasMessageContaining("d/M/yyyy and M/d/yyyy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2026", "29.02.2025", "31.3.26", "2026-03-31", "31.03.2026 x"})
    void thatAreNoneAreRefused(String text) {
      refused(moments("dd.MM.yyyy"), text);
    }

    @Test
    void ofTwoColumnsGoTogether() throws Exception {
      assertThat(moments("dd.MM.yyyy H.mm").read(List.of("31.03.2026", "9.30")))
          .hasValue("2026-03-31T09:30:00");
    }

    @Test
    void ofTwoDigitsAreOfTheCenturyThatIsSaid() throws Exception {
      var form = Moments.form("d.M.yy", 1900, Locale.ENGLISH);
      assertThat(new Moments(Map.of("d.M.yy", form), "d.M.yy").read(List.of("3.4.68")))
          .hasValue("1968-04-03");
      assertThat(Moments.hasTwoDigits("d.M.yy")).isTrue();
      assertThat(Moments.hasTwoDigits("d.M.yyyy")).isFalse();
    }
  }

  @Nested
  class CodedWords {
    private final Words routes =
        words(
            Map.of("nasal", "nasal-route"),
            patterns(
                "i\\.?v\\.?|intrav.*|drip",
                "intravenous-route",
                ".*drip.*|s\\.?c\\.?",
                "subcutaneous-route"),
            null,
            List.of("intravenous-route", "nasal-route"));

    @ParameterizedTest
    @CsvSource({
      "Nasal, nasal-route",
      "I.V., intravenous-route",
      "intravenously, intravenous-route",
      "SC, subcutaneous-route"
    })
    void haveTheMeaningThatTheMappingGives(String word, String code) throws Exception {
      assertThat(routes.read(List.of(word))).hasValue(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"as usual", "not iv", "ivory"})
    void thatItDoesNotKnowAreRefused(String word) {
      refused(routes, word);
    }

    @Test
    void thatTwoPatternsTakeDifferentlyAreRefused() {
      assertThatThrownBy(() -> routes.read(List.of("drip")))
          .isInstanceOf(Unfit.class)
          .hasMessageContaining("intravenous-route and for subcutaneous-route");
    }

    @Test
    void thatHaveNothingInThemMayHaveAMeaning() throws Exception {
      var sex = words(Map.of("", "unknown", "f", "female"), Map.of(), null, List.of());
      assertThat(sex.read(List.of(""))).hasValue("unknown");
      assertThat(routes.read(List.of(""))).isEmpty();
    }

    @Test
    void ofAnyOtherKindMayHaveOne() throws Exception {
      var sex = words(Map.of("f", "female"), Map.of(), "unknown", List.of());
      assertThat(sex.read(List.of("?"))).hasValue("unknown");
    }

    /** Java's own expressions need years for it. */
    @Test
    void cannotMakeAPatternHang() {
      var hostile = words(Map.of(), patterns("(a+)+b", "nasal-route"), null, List.of());
      refused(hostile, "a".repeat(900) + "c");
      refused(hostile, "a".repeat(9_000) + "b");
    }
  }

  @Nested
  class Checkboxes {
    private final Checked routes = new Checked(List.of("intravenous-route", "nasal-route"));

    @Test
    void oneOfThemMeansSomething() throws Exception {
      assertThat(routes.read(List.of("0", "1"))).hasValue("nasal-route");
      assertThat(routes.read(List.of("Checked", "Unchecked"))).hasValue("intravenous-route");
      assertThat(routes.read(List.of("", "0"))).isEmpty();
      assertThatThrownBy(() -> routes.read(List.of("1", "1"))).isInstanceOf(Unfit.class);
      assertThatThrownBy(() -> routes.read(List.of("2", "0"))).isInstanceOf(Unfit.class);
    }
  }

  @Nested
  class PartsOfCells {
    private final Reading upper =
        Reading.taken(
            new Taken(Pattern.compile("(\\d{2,3}) ?/ ?\\d{2,3}")),
            Amounts.of(format('.', null), BigDecimal.ONE, null, false));

    @Test
    void areTaken() throws Exception {
      assertThat(upper.read(List.of("128 / 82"))).hasValue("128");
      assertThat(upper.read(List.of(""))).isEmpty();
      refused(upper, "128");
      refused(upper, "128/82 lying");
    }
  }

  private static void refused(Reading reading, String cell) {
    assertThatThrownBy(() -> reading.read(List.of(cell)))
        .isInstanceOf(Unfit.class)
        .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain(cell));
  }

  private static Words words(
      Map<String, String> codes,
      Map<Pattern, String> patterns,
      @Nullable String otherwise,
      List<String> allowed) {
    return new Words(new CodeMap(codes, patterns, otherwise, allowed));
  }

  private static Moments moments(String... forms) {
    Map<String, DateTimeFormatter> made = new LinkedHashMap<>();
    for (String form : forms) {
      made.put(form, Moments.form(form, null, Locale.ENGLISH));
    }
    return new Moments(made, String.join(" or ", forms));
  }

  private static Map<Pattern, String> patterns(String... pairs) {
    Map<Pattern, String> patterns = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      patterns.put(Pattern.compile(pairs[i], Pattern.CASE_INSENSITIVE), pairs[i + 1]);
    }
    return patterns;
  }

  private static TableFormat format(char decimal, @Nullable Character thousands) {
    return new TableFormat(
        java.nio.charset.StandardCharsets.UTF_8,
        ';',
        decimal,
        thousands,
        Set.of(),
        Locale.ENGLISH,
        List.of(),
        List.of());
  }
}
