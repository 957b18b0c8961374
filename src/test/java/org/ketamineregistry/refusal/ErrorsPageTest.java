package org.ketamineregistry.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of errors and the code say the same. */
class ErrorsPageTest {
  private static final Pattern REFUSAL =
      Pattern.compile("^\\| `([a-z0-9-]+)` \\| (\\d{3}) \\|", Pattern.MULTILINE);
  private static final Pattern NOTICE =
      Pattern.compile("^\\| `([a-z0-9-]+)` \\| \\D", Pattern.MULTILINE);

  @Test
  void everyRefusalStandsOnThePageWithItsStatusAndNoOther() throws IOException {
    List<String> onPage =
        REFUSAL.matcher(page()).results().map(row -> row.group(1) + " " + row.group(2)).toList();

    assertThat(onPage)
        .containsExactlyElementsOf(
            Arrays.stream(ErrorCode.values())
                .map(code -> code.code() + " " + code.status())
                .collect(Collectors.toList()));
  }

  @Test
  void everyNoticeStandsOnThePageAndNoOther() throws IOException {
    List<String> onPage = NOTICE.matcher(page()).results().map(row -> row.group(1)).toList();

    assertThat(onPage)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Notice.Code.values()).map(Notice.Code::code).toList());
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/errors.md"));
  }
}
