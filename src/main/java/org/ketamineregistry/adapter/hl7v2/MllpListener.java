package org.ketamineregistry.adapter.hl7v2;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.refusal.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages by MLLP. Of each connection one message is handled at a time, and the next is read
 * when it was answered: a sender that is too fast is slowed by its own full socket, and nothing is
 * queued. It listens to this machine, or by TLS to senders whose certificates it knows.
 */
public final class MllpListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MllpListener.class);
  private static final int GRACE_SECONDS = 20;
  private static final long PAUSE_MILLIS = 500;

  private final ServerSocket server;
  private final Bounds bounds;
  private final Reception reception;
  private final Semaphore free;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private final Thread door;

  private MllpListener(ServerSocket server, Bounds bounds, Reception reception) {
    this.server = server;
    this.bounds = bounds;
    this.reception = reception;
    this.free = new Semaphore(bounds.connections());
    this.door = new Thread(this::letIn, "mllp-door");
  }

  /**
   * Begins to listen.
   *
   * @param tls shows this side's certificate and knows those of the senders; null for none
   * @throws IllegalArgumentException where others than this machine could come without TLS
   * @throws IOException where the address cannot be had
   */
  public static MllpListener start(
      InetSocketAddress address, @Nullable SSLContext tls, Bounds bounds, Reception reception)
      throws IOException {
    InetAddress host = address.getAddress();
    if (tls == null && (host == null || !host.isLoopbackAddress())) {
      throw new IllegalArgumentException(
          "Without TLS only this machine is listened to: messages hold patient data, and MSH-3"
              + " proves nothing. Listen at 127.0.0.1, or give a certificate, its key, and the"
              + " certificates of the senders.");
    }
    ServerSocket server =
        tls == null ? new ServerSocket() : tls.getServerSocketFactory().createServerSocket();
    if (server instanceof SSLServerSocket secured) {
      secured.setNeedClientAuth(true);
    }
    server.bind(address, bounds.connections());
    var listener = new MllpListener(server, bounds, reception);
    listener.door.start();
    return listener;
  }

  /** The port that it listens at. */
  public int port() {
    return server.getLocalPort();
  }

  /** Waits until it is closed. */
  public void await() throws InterruptedException {
    door.join();
  }

  /** Lets nobody in any more, answers what is being handled, and ends. */
  @Override
  public void close() throws IOException {
    server.close();
    workers.shutdown();
    for (Socket socket : open) {
      endInput(socket);
    }
    try {
      if (!workers.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
    open.forEach(MllpListener::end);
    watch.shutdownNow();
  }

  private void letIn() {
    while (!server.isClosed()) {
      try {
        free.acquire();
        if (!server.isClosed()) {
          enter(server.accept());
        }
      } catch (IOException e) {
        free.release();
        if (!server.isClosed()) {
          LOG.warn("A connection could not be taken: {}", e.getClass().getSimpleName());
          pause();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void enter(Socket socket) {
    open.add(socket);
    try {
      workers.execute(() -> stay(socket));
    } catch (RejectedExecutionException e) {
      end(socket); // The listener is being closed.
    }
  }

  private void stay(Socket socket) {
    try (socket) {
      serve(socket);
    } catch (IOException e) {
      LOG.info("A connection was lost: {}", e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // Its words could repeat a value.
      LOG.error("A message could not be handled: {}", e.getClass().getName());
    } finally {
      open.remove(socket);
      free.release();
    }
  }

  private void serve(Socket socket) throws IOException, InterruptedException {
    socket.setTcpNoDelay(true);
    if (socket instanceof SSLSocket secured) {
      secured.setSoTimeout((int) bounds.message().toMillis());
      secured.startHandshake();
    }
    Frames frames = new Frames(socket, bounds);
    try {
      for (byte[] message = frames.next(); message != null; message = frames.next()) {
        answer(socket, reception.handle(message).answer());
      }
    } catch (Frames.Broken e) {
      LOG.warn("A connection is ended: {}.", e.getMessage());
      byte[] tooLarge = e.tooLarge();
      if (tooLarge != null) {
        answer(socket, reception.reject(tooLarge, tooLarge()).answer());
        socket.shutdownOutput();
        frames.drain();
      }
    }
  }

  /** Whoever does not take its answer would hold a connection for ever. */
  private void answer(Socket socket, byte[] answer) throws IOException {
    Future<?> end =
        watch.schedule(() -> end(socket), bounds.answer().toMillis(), TimeUnit.MILLISECONDS);
    try {
      OutputStream out = socket.getOutputStream();
      byte[] frame = new byte[answer.length + 3];
      frame[0] = Frames.START;
      System.arraycopy(answer, 0, frame, 1, answer.length);
      frame[answer.length + 1] = Frames.END;
      frame[answer.length + 2] = Frames.RETURN;
      out.write(frame);
      out.flush();
    } finally {
      end.cancel(false);
    }
  }

  private Fault tooLarge() {
    return Fault.of(
        ErrorCode.TOO_LARGE,
        "",
        "A message has at most " + bounds.largest() + " bytes; the connection is ended.");
  }

  private static void endInput(Socket socket) {
    try {
      socket.shutdownInput();
    } catch (IOException e) {
      end(socket);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.info("A connection was lost: {}", e.getClass().getSimpleName());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
