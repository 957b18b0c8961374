package org.ketamineregistry.audit;

/**
 * Where entries go. Within a transaction an entry is kept if the transaction is; without one it is
 * kept when this returns. Whoever cannot append does not answer: what is not recorded is not done.
 */
public interface AuditTrail {

  /** Appends an entry; throws where it cannot be kept. */
  void append(AuditEntry entry);
}
