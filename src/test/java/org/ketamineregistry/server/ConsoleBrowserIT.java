package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.browser.Browser;
import org.ketamineregistry.browser.BrowserTest;
import org.ketamineregistry.browser.Tab;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.profiles.Canonical;

/** A developer pastes a resource in a real browser and sees what is wrong at its lines. */
@BrowserTest
@RegistryTest
class ConsoleBrowserIT {
  private static final int WIDE = 1280;
  private static final int NARROW = 390;
  private static final int HEIGHT = 900;
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final String EXAMPLE = "Observation-heart-rate-before-gb-1";

  @SuppressWarnings("NullAway.Init") // set before the first test
  private static Browser browser;

  private final String page;

  ConsoleBrowserIT(RegistryUnderTest registry) {
    page = registry.root() + "/validate";
  }

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  private Tab open(int width) {
    Tab tab = browser.open(width, HEIGHT);
    tab.goTo(page);
    tab.until("document.querySelectorAll('#example option').length > 1");
    return tab;
  }

  private static void paste(Tab tab, String text) {
    tab.evaluate("document.querySelector('#text').value = ''");
    tab.click("#text");
    tab.type(text);
  }

  private static void ask(Tab tab) {
    tab.evaluate("document.querySelector('#verdict').textContent = ''");
    tab.click("#ask");
    tab.until("document.querySelector('#verdict').textContent !== ''");
  }

  private static void choose(Tab tab, String select, String value) {
    tab.evaluate(
        "(() => { const select = document.querySelector('"
            + select
            + "'); select.value = "
            + JsonNodeFactory.instance.textNode(value)
            + "; select.dispatchEvent(new Event('change')); return select.selectedIndex > 0; })()");
  }

  private static String text(Tab tab, String selector) {
    return tab.evaluate("document.querySelector('" + selector + "').textContent").asText();
  }

  private static String broken() {
    return Ehr.file(EXAMPLE).replace("\"value\": 72", "\"value\": 720");
  }

  @Test
  void whatIsWrongIsShownAtItsLine() {
    Tab tab = open(WIDE);
    paste(tab, broken());
    ask(tab);

    assertThat(text(tab, "#verdict")).isEqualTo("1 problem");
    assertThat(text(tab, "#issues li"))
        .contains("rule-violated", "krn-vit-1", "A heart rate is between", "Observation.value");
    assertThat(
            tab.evaluate("document.querySelector('#issues a.code').getAttribute('href')").asText())
        .isEqualTo("guide/errors.html#rule-violated");
    assertThat(text(tab, "#notes")).isEqualTo("Held against Ketamine Heart Rate.");
    assertThat(tab.evaluate("document.querySelector('#notes a').getAttribute('href')").asText())
        .isEqualTo("guide/StructureDefinition-ketamine-heart-rate.html");
    int line = lineOf(broken(), "\"valueQuantity\"");
    assertThat(text(tab, "#issues button")).isEqualTo("Line " + line);
    // The mark covers the row of that line, as the text area draws it.
    assertThat(
            tab.evaluate(
                    "(() => { const box = document.querySelector('#marks span').getBoundingClientRect(),"
                        + " text = document.querySelector('#text'), style = getComputedStyle(text);"
                        + " return Math.round((box.top - text.getBoundingClientRect().top -"
                        + " parseFloat(style.paddingTop) + text.scrollTop) / parseFloat(style.lineHeight)) +"
                        + " 1; })()")
                .asInt())
        .isEqualTo(line);
    assertThat(tab.problems()).isEmpty();
    tab.screenshot(PICTURES.resolve("validate-wide.png"));
  }

  @Test
  void aProblemLeadsToItsPlaceInTheText() {
    String far =
        Ehr.file("Bundle-submission-session").replaceFirst("\"value\": 98\\b", "\"value\": 980");
    assertThat(far).contains("980");
    Tab tab = open(WIDE);
    paste(tab, far);
    ask(tab);
    tab.click("#issues button");

    String selected =
        tab.evaluate(
                "document.querySelector('#text').value.slice(document.querySelector('#text').selectionStart,"
                    + " document.querySelector('#text').selectionEnd)")
            .asText();
    assertThat(selected).startsWith("\"value");
    // The marks follow the text at its next frame.
    tab.until(
        "(() => { const box = document.querySelector('#marks span').getBoundingClientRect(),"
            + " paper = document.querySelector('.paper').getBoundingClientRect(); return box.top"
            + " >= paper.top && box.bottom <= paper.bottom; })()");
    tab.screenshot(PICTURES.resolve("validate-bundle.png"));
  }

  @Test
  void xmlIsReadToo() {
    Tab tab = open(WIDE);
    paste(
        tab,
        "<?xml version=\"1.0\"?>\n<!-- <Bundle/> -->\n<Patient xmlns=\"http://hl7.org/fhir\">\n"
            + "  <gender value=\"female\"/>\n  <mood value=\"fine\"/>\n</Patient>");
    ask(tab);
    assertThat(text(tab, "#issues")).contains("Line 5", "element-unknown", "Patient.mood");
  }

  @ParameterizedTest
  @CsvSource({"json, {", "xml, <"})
  void anExampleCanBeLoadedAndIsValid(String format, String beginning) {
    Tab tab = open(WIDE);
    choose(tab, "#format", format);
    choose(tab, "#example", EXAMPLE);
    tab.until("document.querySelector('#verdict').textContent === 'Valid'");
    assertThat(tab.evaluate("document.querySelector('#text').value").asText())
        .startsWith(beginning);
    assertThat(tab.problems()).isEmpty();
  }

  @Test
  void aProfileCanBeChosen() {
    Tab tab = open(WIDE);
    paste(tab, Ehr.file(EXAMPLE));
    ask(tab);
    assertThat(text(tab, "#verdict")).isEqualTo("Valid");
    choose(tab, "#profile", Canonical.profile("ketamine-body-weight"));
    ask(tab);
    assertThat(text(tab, "#issues")).contains("value-not-as-profiled");
    choose(tab, "#profile", Canonical.profile("ketamine-patient"));
    ask(tab);
    assertThat(text(tab, "#verdict")).isEqualTo("No verdict could be given");
    assertThat(text(tab, "#issues")).contains("profile-not-applicable");
  }

  @Test
  void itCanBeAskedWhetherTheRegistryWouldAcceptIt() {
    Tab tab = open(WIDE);
    paste(tab, Ehr.fresh().session().text());
    choose(tab, "#mode", "create");
    ask(tab);
    assertThat(text(tab, "#issues")).contains("clinic-unknown");
  }

  /** Enter with Ctrl asks; and a change of the text makes the verdict one of the past. */
  @Test
  void theTextMayChangeAfterItsVerdict() {
    Tab tab = open(WIDE);
    paste(tab, broken());
    ask(tab);
    assertThat(tab.evaluate("document.querySelector('.stale') === null").asBoolean()).isTrue();
    tab.type(" ");
    assertThat(tab.evaluate("document.querySelector('.stale') !== null").asBoolean()).isTrue();
    tab.evaluate(
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true}))");
    tab.until("document.querySelector('.stale') === null");
  }

  @Test
  void textThatNobodyCanReadIsToldToo() {
    Tab tab = open(WIDE);
    for (String text :
        new String[] {"", "{", "{\"resourceType\":", "<", "<a/>", "null", "[]", "7"}) {
      paste(tab, text);
      ask(tab);
      assertThat(text(tab, "#verdict")).as(text).isEqualTo("1 problem");
    }
    paste(tab, "{\"resourceType\":\"Procedure\"}");
    ask(tab);
    assertThat(text(tab, "#verdict")).contains("no profile of this type");
    paste(tab, "{\"resourceType\":\"../../x?y=\"}");
    ask(tab);
    assertThat(text(tab, "#verdict")).contains("no profile of this type");
  }

  /** What is pasted may be a patient's; and it may be somebody's who wants the page to run it. */
  @Test
  void nothingThatIsPastedIsKeptOrRunOrPutIntoAnAddress() {
    String hostile = "<img src=x onerror='window.ran = true'><script>window.ran = true</script>";
    Draft draft =
        Draft.of(Ehr.file(EXAMPLE))
            .withText("/status", hostile)
            .withText("/code/coding/0/code", hostile)
            .withText("/Plantagenet", hostile);
    Tab tab = open(WIDE);
    paste(tab, draft.text());
    ask(tab);

    assertThat(text(tab, "#verdict")).endsWith("problems");
    assertThat(tab.evaluate("window.ran === undefined").asBoolean()).isTrue();
    assertThat(tab.evaluate("document.querySelectorAll('main img, main script').length").asInt())
        .isZero();
    assertThat(tab.evaluate("document.querySelector('.answer').textContent").asText())
        .doesNotContain("onerror");
    assertThat(
            tab.evaluate(
                    "performance.getEntriesByType('resource').map(({name}) => name).join(' ') +"
                        + " location.href + document.cookie + JSON.stringify({...localStorage}) +"
                        + " JSON.stringify({...sessionStorage})")
                .asText())
        .contains("$validate")
        .doesNotContain("Plantagenet", "onerror", "heart-rate-before");
    assertThat(tab.evaluate("indexedDB.databases().then((all) => all.length)").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1280, false", "1280, true", "390, false", "390, true", "768, false"})
  void isReadableOnAnyWindowInAnyLight(int width, boolean dark) {
    Tab tab = browser.open(width, HEIGHT);
    tab.prefersDark(dark);
    tab.goTo(page);
    tab.until("document.querySelectorAll('#example option').length > 1");
    paste(tab, broken().replace("\"status\": \"final\"", "\"status\": \"nearly\""));
    ask(tab);
    tab.screenshot(PICTURES.resolve("validate-" + width + (dark ? "-dark" : "-light") + ".png"));

    assertThat(tab.scrollsSideways()).isFalse();
    assertThat(
            Stream.of("h1", "#ask", "#text", "#verdict", "#issues li:last-child")
                .filter(
                    selector ->
                        tab.evaluate(
                                    "document.querySelector('"
                                        + selector
                                        + "').getBoundingClientRect().height")
                                .asDouble()
                            < 16))
        .isEmpty();
    assertThat(tab.problems()).isEmpty();
    if (width == NARROW) {
      tab.click("#issues button");
      tab.screenshot(PICTURES.resolve("validate-" + width + "-place.png"));
    }
  }

  private static int lineOf(String text, String words) {
    return (int) text.substring(0, text.indexOf(words)).chars().filter(c -> c == '\n').count() + 1;
  }
}
