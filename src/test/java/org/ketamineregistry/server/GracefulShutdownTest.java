package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.server.DoorOnly.Patience;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** A server that is asked to end answers those whom it let in, and lets nobody else in. */
class GracefulShutdownTest {

  @Test
  void answersWhatIsUnderWay() throws Exception {
    ServletWebServerApplicationContext door = DoorOnly.start();
    var patience = door.getBean(Patience.class);
    var address = URI.create("http://127.0.0.1:" + door.getWebServer().getPort() + "/");
    var client = HttpClient.newHttpClient();

    CompletableFuture<HttpResponse<String>> pending =
        client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    assertThat(patience.asked.await(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> ending = CompletableFuture.runAsync(door::close);
    awaitClosed(address);
    assertThat(pending).isNotDone();
    assertThat(ending).isNotDone();
    patience.mayAnswer.countDown();

    HttpResponse<String> answer = pending.get(10, TimeUnit.SECONDS);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("kept");
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    ending.get(10, TimeUnit.SECONDS);
  }

  /** Nobody else gets in from the moment on in which the end begins. */
  private static void awaitClosed(URI address) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (accepts(address)) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
    assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort()).close())
        .isInstanceOf(IOException.class);
  }

  private static boolean accepts(URI address) {
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      return socket.isConnected();
    } catch (IOException closed) {
      return false;
    }
  }
}
