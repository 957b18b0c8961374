package org.ketamineregistry.adapter.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ketamineregistry.adapter.Delivery;

/** A listener among senders of all manners. */
@Timeout(60)
class MllpListenerTest {
  private static final Bounds SHORT =
      new Bounds(2, 20_000, Duration.ofSeconds(20), Duration.ofMillis(400), Duration.ofMillis(400));

  private final Riverside.Registry registry = new Riverside.Registry();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private MllpListener listener(Bounds bounds, Delivery delivery) throws IOException {
    MllpListener listener =
        MllpListener.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            null,
            bounds,
            Riverside.reception(delivery));
    open.add(listener);
    return listener;
  }

  private Sender sender(MllpListener listener) throws IOException {
    Sender sender = Sender.to(listener);
    open.add(sender);
    return sender;
  }

  @Test
  void answersOneMessageAfterTheOtherOfAConnection() throws Exception {
    Sender sender = sender(listener(SHORT, registry));

    assertThat(sender.send(Riverside.ADMISSION)).isEqualTo("AA");
    assertThat(sender.send(Riverside.ADMISSION.replace("|F\r", "|X\r"))).isEqualTo("AE");
    assertThat(sender.send("nonsense")).isEqualTo("AR");
    assertThat(sender.send(Riverside.RESULTS)).isEqualTo("AA");
    assertThat(registry.bundles).hasSize(2);
  }

  @Test
  void saysNothingIsKeptWhileTheRegistryIsAwayAndKeepsTheConnection() throws Exception {
    Sender sender = sender(listener(SHORT, registry));
    registry.away = true;
    assertThat(sender.send(Riverside.ADMISSION)).isEqualTo("AE");

    registry.away = false;

    assertThat(sender.send(Riverside.ADMISSION)).isEqualTo("AA");
  }

  @Test
  void answersOnlyWhenTheRegistryHasIt() throws Exception {
    var sent = new CountDownLatch(1);
    var may = new CountDownLatch(1);
    Sender sender =
        sender(
            listener(
                SHORT,
                bundle -> {
                  sent.countDown();
                  may.await();
                  return registry.send(bundle);
                }));
    sender.message(Riverside.ADMISSION);
    sent.await();
    assertThat(sender.socket().getInputStream().available()).isZero();

    may.countDown();

    assertThat(new Ack(sender.answer()).code()).isEqualTo("AA");
  }

  @Test
  void aMessageThatStopsIsNeverHandled() throws Exception {
    MllpListener listener = listener(SHORT, registry);
    Sender ends = sender(listener);
    ends.bytes(("\u000B" + Riverside.ADMISSION).getBytes(StandardCharsets.UTF_8));
    ends.socket().shutdownOutput();
    assertThat(ends.answer()).isEmpty();

    Sender stalls = sender(listener);
    stalls.bytes(("\u000B" + Riverside.ADMISSION).getBytes(StandardCharsets.UTF_8));
    assertThat(stalls.answer()).isEmpty();

    Sender beginsAnew = sender(listener);
    beginsAnew.bytes(("\u000B" + Riverside.ADMISSION).getBytes(StandardCharsets.UTF_8));
    beginsAnew.message(Riverside.ADMISSION);
    assertThat(beginsAnew.answer()).isEmpty();

    assertThat(registry.bundles).isEmpty();
    assertThat(sender(listener).send(Riverside.ADMISSION)).isEqualTo("AA");
  }

  @Test
  void aMessageThatComesByteByByteForEverIsEnded() throws Exception {
    Sender slow = sender(listener(SHORT, registry));
    slow.bytes(new byte[] {0x0B});
    assertThatThrownBy(
            () -> {
              while (true) {
                slow.bytes(new byte[] {'M'});
                Thread.sleep(20);
              }
            })
        .isInstanceOf(SocketException.class);
    assertThat(registry.bundles).isEmpty();
  }

  @Test
  void whatIsNotFramedIsEnded() throws Exception {
    MllpListener listener = listener(SHORT, registry);
    for (String wrong :
        List.of(
            "GET / HTTP/1.1\r\n\r\n",
            Riverside.ADMISSION,
            "\u000B" + Riverside.ADMISSION + "\u001CX")) {
      Sender sender = sender(listener);
      sender.bytes(wrong.getBytes(StandardCharsets.UTF_8));
      assertThat(sender.answer()).isEmpty();
      sender.close();
    }
    assertThat(registry.bundles).isEmpty();
  }

  @Test
  void aMessageThatIsTooLargeIsRejectedAndTheConnectionEnded() throws Exception {
    Sender sender = sender(listener(SHORT, registry));
    sender.message(Riverside.ADMISSION + "ZZZ|" + "x".repeat(300_000) + "\r");

    Ack ack = new Ack(sender.answer());

    assertThat(ack.code()).isEqualTo("AR");
    assertThat(ack.control()).isEqualTo("M-1");
    assertThat(ack.errors()).containsExactly(" 207 too-large");
    assertThat(sender.answer()).isEmpty();
  }

  @Test
  void aFloodIsHandledOneByOneOfEachConnection() throws Exception {
    var under = new AtomicInteger();
    var most = new AtomicInteger();
    Delivery counting =
        bundle -> {
          most.accumulateAndGet(under.incrementAndGet(), Math::max);
          try {
            return registry.send(bundle);
          } finally {
            under.decrementAndGet();
          }
        };
    Sender sender = sender(listener(SHORT, counting));
    int many = 300;
    Thread flood =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < many; i++) {
                  sender.message(Riverside.ADMISSION);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    flood.start();
    for (int i = 0; i < many; i++) {
      assertThat(new Ack(sender.answer()).code()).isEqualTo("AA");
    }
    flood.join();

    assertThat(most).hasValue(1);
  }

  @Test
  void whoReadsNoAnswersHoldsTheConnectionNoLonger() throws Exception {
    // Answers of many errors fill the buffers on the way sooner.
    String faulty = Riverside.RESULTS.replace("|F", "|Q");
    MllpListener listener =
        listener(new Bounds(1, 20_000, SHORT.idle(), SHORT.message(), SHORT.answer()), registry);
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port()));
    Sender deaf = new Sender(socket);
    open.add(deaf);
    assertThatThrownBy(
            () -> {
              while (true) {
                deaf.message(faulty);
              }
            })
        .isInstanceOf(IOException.class);

    assertThat(sender(listener).send(Riverside.ADMISSION)).isEqualTo("AA");
  }

  @Test
  void whoComesWhenAllConnectionsAreTakenWaits() throws Exception {
    MllpListener listener = listener(SHORT, registry);
    Sender one = sender(listener);
    Sender two = sender(listener);
    assertThat(one.send(Riverside.ADMISSION)).isEqualTo("AA");
    assertThat(two.send(Riverside.ADMISSION)).isEqualTo("AA");
    Sender three = sender(listener);
    three.message(Riverside.ADMISSION);
    three.socket().setSoTimeout(300);
    assertThatThrownBy(three::answer).isInstanceOf(SocketTimeoutException.class);

    one.close();

    three.socket().setSoTimeout(20_000);
    assertThat(new Ack(three.answer()).code()).isEqualTo("AA");
  }

  @Test
  void whenItEndsWhatIsBeingHandledIsAnswered() throws Exception {
    var sent = new Semaphore(0);
    var may = new Semaphore(0);
    MllpListener listener =
        listener(
            SHORT,
            (ObjectNode bundle) -> {
              sent.release();
              may.acquire();
              return registry.send(bundle);
            });
    Sender sender = sender(listener);
    Sender idle = sender(listener);
    sender.message(Riverside.ADMISSION);
    sent.acquire();
    Thread end =
        new Thread(
            () -> {
              try {
                listener.close();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    end.start();
    assertThat(idle.answer()).isEmpty();
    may.release();

    assertThat(new Ack(sender.answer()).code()).isEqualTo("AA");
    assertThat(sender.answer()).isEmpty();
    end.join();
  }

  @Test
  void withoutTlsItListensToThisMachineAlone() {
    for (String address : List.of("0.0.0.0", "192.0.2.1", "no-such-host.invalid")) {
      assertThatThrownBy(
              () ->
                  MllpListener.start(
                      new InetSocketAddress(address, 0),
                      null,
                      SHORT,
                      Riverside.reception(registry)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Without TLS");
    }
  }
}
