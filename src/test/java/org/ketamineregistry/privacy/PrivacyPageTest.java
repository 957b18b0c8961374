package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on privacy states the numbers that the code gives. */
class PrivacyPageTest {
  private static final Path PAGE = Path.of("docs/privacy.md");

  @Test
  void statesTheNumbersOfTheCode() throws Exception {
    String page = Files.readString(PAGE);
    String made = page;
    for (Map.Entry<String, String> part : PrivacyPage.parts().entrySet()) {
      Matcher place =
          Pattern.compile(
                  "(<!-- %s: made from the code -->\n).*?(<!-- end -->)".formatted(part.getKey()),
                  Pattern.DOTALL)
              .matcher(made);
      assertThat(place.find()).as("the page has a place for %s", part.getKey()).isTrue();
      made = place.replaceFirst("$1\n" + Matcher.quoteReplacement(part.getValue()) + "\n$2");
    }
    Committed.holds(PAGE, made);
  }

  @Test
  void showsTheDiagramsOfTheCode() throws Exception {
    for (Map.Entry<String, String> diagram : PrivacyPage.diagrams().entrySet()) {
      Committed.holds(Path.of("docs/images", diagram.getKey()), diagram.getValue());
      assertThat(Files.readString(PAGE)).contains("images/" + diagram.getKey());
    }
  }
}
