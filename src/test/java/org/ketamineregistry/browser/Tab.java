package org.ketamineregistry.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A tab of a browser, used as a person does: by its address, the mouse and the keyboard. */
public final class Tab {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int BAD_REQUEST = 400;

  private final DevTools tools;
  private final String session;

  Tab(DevTools tools, String session) {
    this.tools = tools;
    this.session = session;
    for (String part : List.of("Page", "Runtime", "Network", "Log")) {
      send(part + ".enable", Map.of());
    }
  }

  /** Sets the size of the window, in CSS pixels; a narrow one is that of a telephone. */
  public void resize(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** Sets whether the person prefers dark pages. */
  public void prefersDark(boolean dark) {
    ObjectNode media = JsonNodeFactory.instance.objectNode();
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", dark ? "dark" : "light");
    tools.send(session, "Emulation.setEmulatedMedia", media);
  }

  /** Goes to an address and waits until the page and what it needs are there. */
  public void goTo(String url) {
    evaluate("window.leaving = true");
    JsonNode answer = send("Page.navigate", Map.of("url", url));
    if (answer.has("errorText")) {
      throw new AssertionError(url + ": " + answer.get("errorText").asText());
    }
    // To an anchor of the same page there is nothing to load.
    until(
        answer.has("loaderId")
            ? "!window.leaving && document.readyState === 'complete'"
            : "document.readyState === 'complete'");
  }

  /** The value of a JavaScript expression. */
  public JsonNode evaluate(String expression) {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** Waits until an expression is true. */
  public void until(String expression) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holds(expression)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + expression);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private boolean holds(String expression) {
    try {
      return evaluate("Boolean(" + expression + ")").asBoolean();
    } catch (IllegalStateException betweenPages) {
      return false;
    }
  }

  /** Clicks the middle of the first element of a CSS selector. */
  public void click(String selector) {
    String element = "document.querySelector(" + quoted(selector) + ")";
    until(element);
    evaluate(element + ".scrollIntoView({block: 'center', inline: 'center'})");
    JsonNode box =
        evaluate(
            "(() => { const box = "
                + element
                + ".getBoundingClientRect(); return {x: box.x + box.width / 2, y: box.y +"
                + " box.height / 2}; })()");
    for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
      send(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              box.get("x").asDouble(),
              "y",
              box.get("y").asDouble(),
              "button",
              "left",
              "clickCount",
              1));
    }
  }

  /** Types into what has the focus. */
  public void type(String text) {
    send("Input.insertText", Map.of("text", text));
  }

  /** Presses a key by its name, {@code ArrowDown} for example. */
  public void press(String key) {
    Map<String, Object> down =
        key.equals("Enter")
            ? Map.of("type", "keyDown", "key", key, "text", "\r", "windowsVirtualKeyCode", 13)
            : Map.of("type", "rawKeyDown", "key", key, "code", key);
    send("Input.dispatchKeyEvent", down);
    send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
  }

  /** Whether the page is wider than the window, so that it scrolls sideways. */
  public boolean scrollsSideways() {
    return evaluate("document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth")
        .asBoolean();
  }

  /** Errors of scripts and policies, and requests that failed, since the tab was opened. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (JsonNode event : tools.events(session)) {
      JsonNode told = event.path("params");
      switch (event.path("method").asText()) {
        case "Runtime.exceptionThrown" -> problems.add(told.path("exceptionDetails").toString());
        case "Runtime.consoleAPICalled" -> {
          if (List.of("error", "warning", "assert").contains(told.path("type").asText())) {
            problems.add(told.path("args").toString());
          }
        }
        case "Log.entryAdded" -> {
          if (told.path("entry").path("level").asText().equals("error")) {
            problems.add(told.path("entry").toString());
          }
        }
        case "Network.loadingFailed" -> {
          if (!told.path("canceled").asBoolean()) {
            problems.add(told.toString());
          }
        }
        case "Network.responseReceived" -> {
          if (told.path("response").path("status").asInt() >= BAD_REQUEST) {
            problems.add(told.path("response").path("url").asText());
          }
        }
        default -> {
          // Nothing is wrong with it.
        }
      }
    }
    return problems;
  }

  /** What the window shows, as a PNG. */
  public void screenshot(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(
          file,
          Base64.getDecoder()
              .decode(
                  send("Page.captureScreenshot", Map.of("format", "png")).get("data").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode send(String method, Map<String, Object> parameters) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parameters.forEach((name, value) -> node.putPOJO(name, value));
    return tools.send(session, method, node);
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }
}
