package org.ketamineregistry.icsr;

/** The code systems and namespaces of the message (ICH E2B(R3) Implementation Guide, OIDs). */
final class Oid {
  private static final String ICH = "2.16.840.1.113883.3.989.2.1.";
  private static final String LIST = ICH + "1.";
  private static final String NAMESPACE = ICH + "3.";

  static final String BATCH_TYPE = LIST + "1";
  static final String REPORT_TYPE = LIST + "2";
  static final String FIRST_SENDER = LIST + "3";
  static final String RECORD_SOURCE = LIST + "4";
  static final String AMENDMENT = LIST + "5";
  static final String QUALIFICATION = LIST + "6";
  static final String SENDER_TYPE = LIST + "7";
  static final String STUDY_TYPE = LIST + "8";
  static final String AGE_GROUP = LIST + "9";
  static final String OUTCOME = LIST + "11";
  static final String TEST_RESULT = LIST + "12";
  static final String DRUG_ROLE = LIST + "13";
  static final String ACTION_TAKEN = LIST + "15";
  static final String RECHALLENGE = LIST + "16";
  static final String ADDITIONAL = LIST + "17";
  static final String PRODUCT_EVENT = LIST + "18";
  static final String OBSERVATION = LIST + "19";
  static final String CATEGORY = LIST + "20";
  static final String AUTHOR = LIST + "21";
  static final String INVESTIGATION = LIST + "22";
  static final String CHARACTERISTIC = LIST + "23";

  static final String CASE = NAMESPACE + "1";
  static final String FIRST_CASE = NAMESPACE + "2";
  static final String RECORD_NUMBER = NAMESPACE + "10";
  static final String MESSAGE_SENDER = NAMESPACE + "11";
  static final String MESSAGE_RECEIVER = NAMESPACE + "12";
  static final String BATCH_SENDER = NAMESPACE + "13";
  static final String BATCH_RECEIVER = NAMESPACE + "14";
  static final String BATCH = NAMESPACE + "22";

  static final String INTERACTION = "2.16.840.1.113883.1.6";
  static final String TRIGGER = "2.16.840.1.113883.1.18";
  static final String ACT = "2.16.840.1.113883.5.4";
  static final String INTERPRETATION = "2.16.840.1.113883.5.83";
  static final String MEDDRA = "2.16.840.1.113883.6.163";
  static final String SEX = "1.0.5218";
  static final String COUNTRY = "1.0.3166.1.2.2";

  private Oid() {}
}
