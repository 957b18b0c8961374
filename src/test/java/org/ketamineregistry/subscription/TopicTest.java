package org.ketamineregistry.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The topics are those of the guide's page, with its filters. */
class TopicTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|(.*)$");

  @Test
  void areThoseOfThePage() throws Exception {
    String page =
        Files.readString(Path.of("implementation-guide/input/pagecontent/subscriptions.md"));

    assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(Arrays.stream(Topic.values()).map(Topic::code).toList());
    ROW.matcher(page)
        .results()
        .forEach(
            row -> {
              Topic topic = Topic.coded(row.group(1)).orElseThrow();
              assertThat(row.group(2)).contains("`" + topic.focus() + "`");
              topic
                  .filters()
                  .keySet()
                  .forEach(name -> assertThat(row.group(2)).contains("`" + name + "`"));
              assertThat(Topic.named(topic.canonical())).contains(topic);
            });
  }
}
