package org.ketamineregistry.subscription.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.subscription.AddressGuard;
import org.ketamineregistry.subscription.HookFailure;
import org.ketamineregistry.subscription.HookHeaders;

/** A call of a hook, and all its ways to fail. */
class HookClientTest {
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger looks = new AtomicInteger();
  private volatile int status = 200;
  private volatile String header = "";

  HookClientTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          received.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Content-Type")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.getRequestBody().readAllBytes();
          if (!header.isEmpty()) {
            exchange.getResponseHeaders().set(header.split(": ")[0], header.split(": ")[1]);
          }
          exchange.sendResponseHeaders(status, 0);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI hook(String host) {
    return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/hook");
  }

  private HookClient client(AddressGuard guard, HookClient.Lookup lookup) {
    return new HookClient(guard, lookup, Duration.ofMillis(700), 2);
  }

  private HookAnswer tell(String host) {
    try (HookClient client = client(new AddressGuard(true, Set.of()), InetAddress::getAllByName)) {
      return client.tell(
          hook(host), new HookHeaders(List.of("Authorization: Bearer secret")), BODY);
    }
  }

  @Test
  void tellsByPostWithTheHeadersThatWereWishedFor() {
    assertThat(tell("127.0.0.1").isTold()).isTrue();
    assertThat(received)
        .containsExactly("POST /hook application/fhir+json; charset=UTF-8 Bearer secret");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 400, 404, 410, 500, 503})
  void anyOtherAnswerThan2xxIsARefusal(int answered) {
    status = answered;
    assertThat(tell("127.0.0.1").failure()).isEqualTo(HookFailure.REFUSED);
  }

  @Test
  void aRedirectIsNotFollowed() {
    status = 307;
    header = "Location: " + hook("127.0.0.1") + "/elsewhere";
    assertThat(tell("127.0.0.1").failure()).isEqualTo(HookFailure.REFUSED);
    assertThat(received).hasSize(1);
  }

  @Test
  void saysHowLongItIsAskedToWait() {
    status = 503;
    header = "Retry-After: 120";
    assertThat(tell("127.0.0.1").retryAfter()).isEqualTo(Duration.ofSeconds(120));
    header = "Retry-After: 999999";
    assertThat(tell("127.0.0.1").retryAfter()).isEqualTo(Duration.ofHours(1));
    header = "Retry-After: tomorrow";
    assertThat(tell("127.0.0.1").retryAfter()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "0x7f000001"})
  void anAddressOfTheRegistrysOwnNetworkIsNotCalledHoweverItIsWritten(String host) {
    try (HookClient client =
        client(new AddressGuard(false, Set.of()), name -> resolved("127.0.0.1"))) {
      assertThat(client.tell(hook(host), HookHeaders.none(), BODY).failure())
          .isEqualTo(HookFailure.ADDRESS_NOT_ALLOWED);
    }
    assertThat(received).isEmpty();
  }

  @Test
  void aNameWithOneSuchAddressAmongOthersIsNotCalled() {
    try (HookClient client =
        client(
            new AddressGuard(false, Set.of()),
            name ->
                new InetAddress[] {
                  InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")
                })) {
      assertThat(client.tell(hook("ehr.example"), HookHeaders.none(), BODY).failure())
          .isEqualTo(HookFailure.ADDRESS_NOT_ALLOWED);
    }
  }

  /** A name that has a good address when it is looked at and a bad one when it is called. */
  @Test
  void theCallGoesToTheAddressThatWasLookedAt() {
    var guard = new AddressGuard(false, Set.of("ehr.example"));
    try (HookClient client =
        client(
            guard,
            name -> {
              looks.incrementAndGet();
              return resolved("127.0.0.1");
            })) {
      assertThat(client.tell(hook("ehr.example"), HookHeaders.none(), BODY).isTold()).isTrue();
      assertThat(client.tell(hook("ehr.example"), HookHeaders.none(), BODY).isTold()).isTrue();
    }
    assertThat(looks).as("looked up once for each call").hasValue(2);
  }

  @Test
  void aNameWithoutAnAddressAndAPortWithoutAServerAreUnreachable() throws IOException {
    try (HookClient client =
        client(
            new AddressGuard(true, Set.of()),
            name -> {
              throw new UnknownHostException();
            })) {
      assertThat(client.tell(hook("ehr.example"), HookHeaders.none(), BODY).failure())
          .isEqualTo(HookFailure.UNREACHABLE);
    }
    server.stop(0);
    assertThat(tell("127.0.0.1").failure()).isEqualTo(HookFailure.UNREACHABLE);
  }

  @Test
  void whatIsNoTlsIsToldAsSuch() throws Exception {
    try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HookClient client = client(new AddressGuard(true, Set.of()), InetAddress::getAllByName)) {
      Thread words =
          new Thread(
              () -> {
                try (var line = plain.accept()) {
                  line.getOutputStream().write("no TLS here".getBytes(StandardCharsets.US_ASCII));
                  line.getInputStream().readAllBytes();
                } catch (IOException e) {
                  // It was left.
                }
              });
      words.setDaemon(true);
      words.start();

      URI hook = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/");

      assertThat(client.tell(hook, HookHeaders.none(), BODY).failure())
          .isEqualTo(HookFailure.TLS_FAILED);
    }
  }

  /** Accepts, and says nothing; or a word at a time, so that no single read takes too long. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aHookThatDoesNotAnswerIsLeftAfterATime(boolean drips) throws Exception {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HookClient client = client(new AddressGuard(true, Set.of()), InetAddress::getAllByName)) {
      Thread dripping =
          new Thread(
              () -> {
                try (var line = silent.accept()) {
                  line.getOutputStream()
                      .write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                  while (drips) {
                    line.getOutputStream().write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
                    Thread.sleep(20);
                  }
                  Thread.sleep(60_000);
                } catch (IOException | InterruptedException e) {
                  // It was left.
                }
              });
      dripping.setDaemon(true);
      dripping.start();

      URI hook = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

      assertThat(client.tell(hook, HookHeaders.none(), BODY).failure()).isNotNull();
      dripping.interrupt();
    }
  }

  private static InetAddress[] resolved(String address) throws UnknownHostException {
    return new InetAddress[] {InetAddress.getByName(address)};
  }
}
