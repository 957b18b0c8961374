package org.ketamineregistry.subscription.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.ketamineregistry.subscription.AddressGuard;
import org.ketamineregistry.subscription.HookFailure;
import org.ketamineregistry.subscription.HookHeaders;

/**
 * Calls hooks. A name is looked up for each call and the call goes to an address that was looked
 * at, so that a name that changes its address in between leads nowhere else. No redirect is
 * followed, no answer's body is read, no proxy is asked, and no line is used twice.
 */
public final class HookClient implements AutoCloseable {
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);
  private static final ContentType FHIR_JSON = ContentType.create("application/fhir+json", "UTF-8");

  private final CloseableHttpClient http;
  private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor();
  private final Duration timeout;

  /**
   * @param lookup how names become addresses
   * @param timeout for the whole of a call
   * @param lines how many calls at a time
   */
  public HookClient(AddressGuard guard, Lookup lookup, Duration timeout, int lines) {
    this.timeout = timeout;
    int millis = (int) timeout.toMillis();
    var connections =
        new PoolingHttpClientConnectionManager(
            RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.getSocketFactory())
                .register("https", SSLConnectionSocketFactory.getSocketFactory())
                .build(),
            name -> addresses(name, guard, lookup));
    connections.setMaxTotal(lines);
    connections.setDefaultMaxPerRoute(lines);
    // The handshake of TLS is not under the timeout of a request.
    connections.setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(millis).build());
    connections.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setMessageConstraints(
                MessageConstraints.custom().setMaxHeaderCount(100).setMaxLineLength(8_192).build())
            .build());
    http =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setConnectionReuseStrategy(NoConnectionReuseStrategy.INSTANCE)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectTimeout(millis)
                    .setSocketTimeout(millis)
                    .setConnectionRequestTimeout(millis)
                    .build())
            .setUserAgent("ketamine-registry")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  /** How a name becomes addresses. */
  @FunctionalInterface
  public interface Lookup {
    InetAddress[] addresses(String name) throws UnknownHostException;
  }

  /** A name with an address that is not called; if any is, a second look-up could pick it. */
  private static final class NotAllowed extends UnknownHostException {
    private static final long serialVersionUID = 1;
  }

  private static InetAddress[] addresses(String name, AddressGuard guard, Lookup lookup)
      throws UnknownHostException {
    InetAddress[] addresses = lookup.addresses(name);
    for (InetAddress address : addresses) {
      if (!guard.allows(name, address)) {
        throw new NotAllowed();
      }
    }
    return addresses;
  }

  /** Tells a hook something, once. */
  public HookAnswer tell(URI endpoint, HookHeaders headers, byte[] notification) {
    var request = new HttpPost(endpoint);
    headers.all().forEach(header -> request.addHeader(header.name(), header.value()));
    request.setEntity(new ByteArrayEntity(notification, FHIR_JSON));
    Future<?> end = alarm.schedule(request::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
    // Closing the answer closes the line; what is left of the body stays where it is.
    try (CloseableHttpResponse answer = http.execute(request)) {
      return answered(answer);
    } catch (IOException | IllegalStateException e) {
      return HookAnswer.failed(failure(e, request.isAborted()), Duration.ZERO);
    } finally {
      end.cancel(false);
    }
  }

  private static HookAnswer answered(HttpResponse answer) {
    int status = answer.getStatusLine().getStatusCode();
    return status >= 200 && status <= 299
        ? HookAnswer.told()
        : HookAnswer.failed(HookFailure.REFUSED, retryAfter(answer));
  }

  private static HookFailure failure(Exception e, boolean aborted) {
    if (e instanceof NotAllowed) {
      return HookFailure.ADDRESS_NOT_ALLOWED;
    } else if (aborted || e instanceof InterruptedIOException) {
      return HookFailure.TIMED_OUT;
    } else if (e instanceof SSLException) {
      return HookFailure.TLS_FAILED;
    }
    return HookFailure.UNREACHABLE;
  }

  private static Duration retryAfter(HttpResponse answer) {
    var header = answer.getFirstHeader("Retry-After");
    if (header == null || header.getValue() == null || !header.getValue().matches("[0-9]{1,6}")) {
      return Duration.ZERO;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(header.getValue()));
    return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
  }

  @Override
  public void close() {
    alarm.shutdownNow();
    try {
      http.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
