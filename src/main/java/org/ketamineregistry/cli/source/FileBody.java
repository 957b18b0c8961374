package org.ketamineregistry.cli.source;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes a body to a file as it comes, and no more of it than is reasonable. A body that stands
 * still is given up, which the timeout of a request does not do.
 */
final class FileBody implements BodySubscriber<Long> {
  private static final long STILL_SECONDS = 90;

  private final FileChannel file;
  private final long most;
  private final ScheduledFuture<?> watch;
  private final CompletableFuture<Long> written = new CompletableFuture<>();
  private volatile long last = System.nanoTime();
  private volatile @Nullable Subscription subscription;
  private long count;

  /**
   * @param file at the place where the body goes on
   * @param most the most bytes of the whole file
   */
  FileBody(FileChannel file, long most, ScheduledExecutorService watcher) {
    this.file = file;
    this.most = most;
    watch = watcher.scheduleWithFixedDelay(this::look, 5, 5, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<Long> getBody() {
    return written;
  }

  @Override
  public void onSubscribe(Subscription offered) {
    subscription = offered;
    offered.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> items) {
    last = System.nanoTime();
    try {
      for (ByteBuffer item : items) {
        count += item.remaining();
        if (file.position() + item.remaining() > most) {
          throw new IOException("A file of the source is larger than anything that is taken.");
        }
        while (item.hasRemaining()) {
          file.write(item);
        }
      }
      Subscription open = subscription;
      if (open != null) {
        open.request(1);
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    watch.cancel(false);
    written.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    watch.cancel(false);
    written.complete(count);
  }

  private void look() {
    if (System.nanoTime() - last > TimeUnit.SECONDS.toNanos(STILL_SECONDS)) {
      fail(new IOException("A file of the source stands still."));
    }
  }

  private void fail(IOException why) {
    watch.cancel(false);
    Subscription open = subscription;
    if (open != null) {
      open.cancel();
    }
    written.completeExceptionally(why);
  }
}
