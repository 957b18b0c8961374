package org.ketamineregistry.adapter.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v251.group.RDE_O11_ORDER;
import ca.uhn.hl7v2.model.v251.group.RDE_O11_TIMING_ENCODED;
import ca.uhn.hl7v2.model.v251.group.RDS_O13_ORDER;
import ca.uhn.hl7v2.model.v251.group.RDS_O13_TIMING;
import ca.uhn.hl7v2.model.v251.group.RDS_O13_TIMING_ENCODED;
import ca.uhn.hl7v2.model.v251.message.RDE_O11;
import ca.uhn.hl7v2.model.v251.message.RDS_O13;
import ca.uhn.hl7v2.model.v251.segment.PID;
import ca.uhn.hl7v2.model.v251.segment.TQ1;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ketamineregistry.adapter.hl7v2.Quantities.Strength;

/** RDS^O13 and RDE^O11: what a pharmacy handed over for the patient to take home (R2, R13). */
final class SupplyMapping {
  private static final int SERVICE_DURATION = 6;

  private final Received message;
  private final Recording recording;
  private final Quantities amounts;
  private final Reading patient;

  /** A supply in the fields of its segments, which are numbered differently in RXD and RXE. */
  private record Supply(
      Reading key,
      Line codeLine,
      int code,
      Reading amount,
      Reading unit,
      Strength strength,
      Reading daily,
      Reading dailyUnit,
      Reading handedOver,
      Line rxe,
      List<Line> routes,
      List<Line> timings) {}

  private SupplyMapping(Received message, Recording recording, PID pid) {
    this.message = message;
    this.recording = recording;
    this.amounts = new Quantities(recording);
    this.patient = new Persons(recording).key(message.line(pid));
  }

  static void dispensed(Received message, Recording recording) throws HL7Exception {
    RDS_O13 rds = message.as(RDS_O13.class);
    var mapping = new SupplyMapping(message, recording, rds.getPATIENT().getPID());
    for (RDS_O13_ORDER order : rds.getORDERAll()) {
      mapping.dispensed(order);
    }
  }

  static void encoded(Received message, Recording recording) throws HL7Exception {
    RDE_O11 rde = message.as(RDE_O11.class);
    var mapping = new SupplyMapping(message, recording, rde.getPATIENT().getPID());
    for (RDE_O11_ORDER order : rde.getORDERAll()) {
      mapping.encoded(order);
    }
  }

  private void dispensed(RDS_O13_ORDER order) throws HL7Exception {
    Line orc = message.line(order.getORC());
    Line rxd = message.line(order.getRXD());
    List<TQ1> timings = new ArrayList<>();
    for (RDS_O13_TIMING timing : order.getTIMINGAll()) {
      timings.add(timing.getTQ1());
    }
    for (RDS_O13_TIMING_ENCODED timing : order.getENCODING().getTIMING_ENCODEDAll()) {
      timings.add(timing.getTQ1());
    }
    add(
        orc,
        new Supply(
            Orders.within(
                Orders.key(orc), recording.required(rxd.at(1), "which supply of the order it is")),
            rxd,
            2,
            rxd.at(4),
            rxd.at(5),
            new Strength(rxd.at(16), rxd.at(17), rxd.at(28), rxd.at(29)),
            rxd.at(12),
            rxd.at(12, 2),
            rxd.at(3),
            message.line(order.getENCODING().getRXE()),
            message.lines(order.getRXRAll()),
            message.lines(timings)));
  }

  private void encoded(RDE_O11_ORDER order) throws HL7Exception {
    Line orc = message.line(order.getORC());
    Line rxe = message.line(order.getRXE());
    List<TQ1> timings = new ArrayList<>();
    for (RDE_O11_TIMING_ENCODED timing : order.getTIMING_ENCODEDAll()) {
      timings.add(timing.getTQ1());
    }
    Reading dispensed = rxe.at(17);
    add(
        orc,
        new Supply(
            Orders.within(
                Orders.key(orc),
                dispensed.isGiven() ? dispensed : Reading.of(dispensed.place(), "0")),
            rxe,
            2,
            rxe.at(10),
            rxe.at(11),
            strength(rxe),
            rxe.at(19),
            rxe.at(19, 2),
            rxe.at(18),
            rxe,
            message.lines(order.getRXRAll()),
            message.lines(timings)));
  }

  private void add(Line orc, Supply supply) {
    Orders.check(orc, recording);
    Map<String, Reading> fields = new LinkedHashMap<>();
    fields.put("patient", patient);
    fields.put(
        "substance",
        recording.code(
            supply.codeLine(), supply.code(), recording.feed().substances(), "substances"));
    Line route = supply.routes().isEmpty() ? null : supply.routes().get(0);
    fields.put(
        "route",
        route == null
            ? Reading.nothing(Place.of("RXR", 1).field(1))
            : recording.code(route, 1, recording.feed().routes(), "routes"));
    Reading quantity = amounts.milligrams(supply.amount(), supply.unit(), supply.strength());
    fields.put("quantity", quantity);
    Line rxe = supply.rxe();
    if (rxe.at(3).isGiven()) {
      fields.put("dose", amounts.milligrams(rxe.at(3), rxe.at(5), strength(rxe)));
    }
    fields.put("days", days(supply, quantity));
    fields.put("handed-over", recording.moment(supply.handedOver()));
    recording.add("supply", supply.key(), fields);
  }

  /** How long the supply lasts: as TQ1-6 says, or by the total daily dose. */
  private Reading days(Supply supply, Reading quantity) {
    for (Line timing : supply.timings()) {
      Reading duration = timing.at(SERVICE_DURATION);
      if (duration.isGiven()) {
        return amounts.days(duration, timing.at(SERVICE_DURATION, 2));
      }
    }
    return supply.daily().isGiven()
        ? amounts.lasting(quantity, amounts.milligrams(supply.daily(), supply.dailyUnit()))
        : Reading.nothing(Place.of("TQ1", 1).field(SERVICE_DURATION));
  }

  private static Strength strength(Line rxe) {
    return new Strength(rxe.at(25), rxe.at(26), rxe.at(33), rxe.at(34));
  }
}
