package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.browser.Browser;
import org.ketamineregistry.browser.BrowserTest;
import org.ketamineregistry.browser.Tab;
import org.ketamineregistry.guide.RenderedGuide;

/** The guide's site in a real browser, on a wide window and on a telephone's. */
@BrowserTest
@RegistryTest
class GuideBrowserIT {
  private static final int WIDE = 1280;
  private static final int NARROW = 390;
  private static final int HEIGHT = 900;
  private static final String PROFILE =
      "StructureDefinition-ketamine-medication-administration.html";

  @SuppressWarnings("NullAway.Init") // set before the first test
  private static Browser browser;

  private final String guide;

  GuideBrowserIT(RegistryUnderTest registry) {
    guide = registry.root() + "/guide/";
  }

  @BeforeAll
  static void start() {
    RenderedGuide.folder();
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1280, index.html",
    "390, index.html",
    "1280, " + PROFILE,
    "390, " + PROFILE,
    "390, artifacts.html",
    "390, ValueSet-ketamine-route-vs.html",
    "390, CodeSystem-practice-rule-cs.html",
    "390, PlanDefinition-practice-rule-set-gb.html",
    "1280, Bundle-submission-session.html",
    "390, Bundle-submission-session.html",
    "390, downloads.html"
  })
  void aPageIsWholeAndScrollsInOneDirection(int width, String page) {
    Tab tab = browser.open(width, HEIGHT);
    tab.goTo(guide + page);
    assertThat(tab.scrollsSideways()).isFalse();
    assertThat(
            tab.evaluate("document.querySelector('h1').getBoundingClientRect().height").asDouble())
        .isPositive();
    assertThat(
            tab.evaluate("[...document.images].every(image => image.naturalWidth > 0)").asBoolean())
        .isTrue();
    assertThat(tab.problems()).isEmpty();
  }

  @Test
  void theSearchFindsAProfileAndGoesThere() {
    Tab tab = browser.open(WIDE, HEIGHT);
    tab.goTo(guide);
    tab.click("#search");
    tab.type("medication administration");
    tab.until("document.querySelector('#results a')");
    tab.press("ArrowDown");
    tab.until("document.querySelector('#results [aria-selected=\"true\"]')");
    tab.press("Enter");
    tab.until("location.pathname.endsWith('/" + PROFILE + "')");
    tab.until("document.readyState === 'complete'");
    assertThat(tab.evaluate("document.querySelector('h1').textContent").asText())
        .isEqualTo("Ketamine Medication Administration");
    assertThat(tab.problems()).isEmpty();
  }

  @Test
  void theThemeFollowsThePersonAndCanBeChosen() {
    Tab tab = browser.open(WIDE, HEIGHT);
    tab.prefersDark(false);
    tab.goTo(guide);
    String light = background(tab);
    tab.prefersDark(true);
    String dark = background(tab);
    assertThat(dark).isNotEqualTo(light);
    tab.click(".theme-button");
    assertThat(background(tab)).isEqualTo(light);
    tab.goTo(guide + PROFILE);
    assertThat(background(tab)).isEqualTo(light);
    assertThat(tab.problems()).isEmpty();
  }

  private static String background(Tab tab) {
    return tab.evaluate("getComputedStyle(document.body).backgroundColor").asText();
  }

  @Test
  void aTabShowsItsOwnTable() {
    Tab tab = browser.open(WIDE, HEIGHT);
    tab.goTo(guide + PROFILE);
    assertThat(isShown(tab, "differential")).isTrue();
    assertThat(isShown(tab, "snapshot")).isFalse();
    tab.click("#tab-snapshot");
    assertThat(isShown(tab, "differential")).isFalse();
    assertThat(isShown(tab, "snapshot")).isTrue();
    tab.press("ArrowRight");
    assertThat(isShown(tab, "must-support")).isTrue();
    // A link to an element opens the tab that explains it.
    tab.click("#must-support .tree a[href^='#def-']");
    tab.until("!document.getElementById('details').hidden");
    assertThat(tab.problems()).isEmpty();
  }

  private static boolean isShown(Tab tab, String id) {
    return tab.evaluate("document.getElementById('" + id + "').offsetHeight > 0").asBoolean();
  }

  @Test
  void theTopicsComeInFromTheSide() {
    Tab tab = browser.open(NARROW, HEIGHT);
    tab.goTo(guide);
    String left = "Math.round(document.getElementById('sidebar').getBoundingClientRect().left)";
    assertThat(tab.evaluate(left).asInt()).isNegative();
    tab.click(".menu-button");
    tab.until(left + " === 0");
    tab.press("Escape");
    tab.until(left + " < 0");
    assertThat(tab.problems()).isEmpty();
  }
}
