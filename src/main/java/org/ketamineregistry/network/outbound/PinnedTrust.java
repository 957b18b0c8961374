package org.ketamineregistry.network.outbound;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts a server whose certificate the machine trusts for its name, and whose key the directory
 * names: a certificate that somebody else was given for a member's name is not enough.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager machine;
  private final Set<String> keys;

  /**
   * @param machine what the machine trusts
   * @param keys the SHA-256 digests of keys (SubjectPublicKeyInfo), in Base64
   */
  PinnedTrust(X509ExtendedTrustManager machine, Set<String> keys) {
    this.machine = machine;
    this.keys = Set.copyOf(keys);
  }

  /** A context that trusts these keys, among what the machine trusts. */
  static SSLContext context(Set<String> keys) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((@Nullable KeyStore) null);
      X509ExtendedTrustManager machine =
          Arrays.stream(factory.getTrustManagers())
              .filter(X509ExtendedTrustManager.class::isInstance)
              .map(X509ExtendedTrustManager.class::cast)
              .findFirst()
              .orElseThrow();
      return context(machine, keys);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static SSLContext context(X509ExtendedTrustManager machine, Set<String> keys)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new PinnedTrust(machine, keys)}, null);
    return context;
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(chain[0].getPublicKey().getEncoded());
      if (!keys.contains(Base64.getEncoder().encodeToString(digest))) {
        throw new CertificateException("The directory does not know this key of the member");
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    machine.checkServerTrusted(chain, type, engine);
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    machine.checkServerTrusted(chain, type, socket);
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    machine.checkServerTrusted(chain, type);
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Nobody is a client here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("Nobody is a client here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("Nobody is a client here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return machine.getAcceptedIssuers();
  }
}
