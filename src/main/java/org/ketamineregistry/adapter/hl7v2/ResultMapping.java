package org.ketamineregistry.adapter.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v251.group.ORU_R01_OBSERVATION;
import ca.uhn.hl7v2.model.v251.group.ORU_R01_ORDER_OBSERVATION;
import ca.uhn.hl7v2.model.v251.group.ORU_R01_PATIENT;
import ca.uhn.hl7v2.model.v251.group.ORU_R01_PATIENT_RESULT;
import ca.uhn.hl7v2.model.v251.message.ORU_R01;
import org.ketamineregistry.refusal.ErrorCode;

/** ORU^R01: pressures, weights and scores (R8, R21, R23). */
final class ResultMapping {
  private static final int PLACER = 2;
  private static final int FILLER = 3;
  private static final int WHEN = 7;
  private static final int VISIT_NUMBER = 19;

  private ResultMapping() {}

  static void map(Received message, Recording recording) throws HL7Exception {
    for (ORU_R01_PATIENT_RESULT result : message.as(ORU_R01.class).getPATIENT_RESULTAll()) {
      ORU_R01_PATIENT of = result.getPATIENT();
      Reading patient = new Persons(recording).key(message.line(of.getPID()));
      Reading session = message.line(of.getVISIT().getPV1()).at(VISIT_NUMBER);
      for (ORU_R01_ORDER_OBSERVATION order : result.getORDER_OBSERVATIONAll()) {
        Line obr = message.line(order.getOBR());
        Observations observations =
            new Observations(
                recording,
                new Observations.Circumstances(
                    patient,
                    session,
                    Orders.entity(obr, FILLER).or(Orders.entity(obr, PLACER)),
                    obr.at(WHEN),
                    obr));
        for (ORU_R01_OBSERVATION observation : order.getOBSERVATIONAll()) {
          observations.take(message.line(observation.getOBX()));
        }
        observations
            .fitToLeave()
            .ifPresent(
                when ->
                    recording.fault(
                        ErrorCode.CODE_NOT_ALLOWED,
                        when.place(),
                        "When a patient was fit to leave is told with the administration, in"
                            + " RAS^O17."));
        observations.add();
      }
    }
  }
}
