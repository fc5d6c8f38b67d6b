package org.switchroom.phone.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.StaleVersionException;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.phone.control.PhoneTakenException;
import org.switchroom.phone.control.UnknownPhoneException;
import org.switchroom.phone.entity.Phone;
import org.switchroom.phone.entity.PhoneFilter;
import org.switchroom.phone.entity.PhoneSettings;
import org.switchroom.user.control.AccountErased;
import org.switchroom.user.control.SettingsRefusedException;

class PhonesIT {
    private final PhoneBook book = new PhoneBook();

    @AfterEach
    void close() throws SQLException {
        book.close();
    }

    @Test
    void aPersonHasSeveralPhonesAndEachCanBeDialled() {
        book.add(PhoneBook.of("anna", "anna1", "101"));
        book.add(PhoneBook.of("anna", "anna2", "102"));
        book.add(PhoneBook.of("bert", "bert1", null));

        assertEquals(List.of("anna1", "anna2"), endpoints(PhoneFilter.of("anna")));
        assertEquals(List.of("bert1"), endpoints(PhoneFilter.ALL.withText("BERT")));
        assertEquals(List.of("anna1 PHONE 1", "anna2 PHONE 1", "bert1 PHONE 1"), book.endpoints());
        assertEquals(AuditVerb.ADDED, book.audit.last().verb());
    }

    @Test
    void takesOverTheEndpointThatIsThereAlready() {
        book.entities.run(() -> book.phones.directory.add(Endpoint.phone("pbx1", Technology.PJSIP, "anna1")));

        book.add(PhoneBook.switchedOff(PhoneBook.of("anna", "anna1", null)));

        assertEquals(List.of("anna1 PHONE 0"), book.endpoints());
    }

    @Test
    void takesNoEndpointThatIsATrunk() {
        book.entities.run(
                () -> book.phones.directory.add(Endpoint.trunk("pbx1", Technology.PJSIP, "carrier", "[0-9]+")));

        assertThrows(SettingsRefusedException.class, () -> book.add(PhoneBook.of("anna", "carrier", null)));
        assertEquals(List.of(), endpoints(PhoneFilter.ALL));
    }

    @Test
    void twoPhonesShareNeitherEndpointNorExtension() {
        book.add(PhoneBook.of("anna", "anna1", "101"));

        assertEquals("endpoint", taken(PhoneBook.of("bert", "anna1", "102")));
        assertEquals("extension", taken(PhoneBook.of("bert", "bert1", "101")));
    }

    @Test
    void theEndpointFollowsWhereThePhoneGoes() {
        Phone phone = book.add(PhoneBook.of("anna", "anna1", "101"));

        book.entities.run(() -> book.phones.change(phone.getId(), PhoneBook.of("bert", "moved", "101"), 0));

        assertEquals(List.of("moved PHONE 1"), book.endpoints());
        assertEquals("anna|bert", change("owner"));
        book.entities.run(() ->
                book.phones.change(phone.getId(), PhoneBook.switchedOff(PhoneBook.of("bert", "moved", "101")), 1));
        assertEquals(List.of("moved PHONE 0"), book.endpoints());
        book.entities.run(() -> book.phones.remove(phone.getId(), 2));
        assertEquals(List.of(), book.endpoints());
    }

    @Test
    void thoseOfAnErasedPersonGoWithTheirEndpointsAndNothingIsKeptOfThem() {
        book.add(PhoneBook.of("anna", "anna1", "101"));
        book.add(PhoneBook.of("anna", "anna2", "102"));
        book.add(PhoneBook.of("bert", "bert1", null));

        book.entities.run(() -> book.phones.eraseOwner(new AccountErased("anna")));

        assertEquals(List.of("bert1"), endpoints(PhoneFilter.ALL));
        assertEquals(List.of("bert1 PHONE 1"), book.endpoints());
        assertEquals(AuditVerb.REMOVED, book.audit.last().verb());
        assertTrue(book.audit.last().changes().isEmpty());
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChanged() {
        Phone phone = book.add(PhoneBook.of("anna", "anna1", "101"));
        book.entities.run(() -> book.phones.change(phone.getId(), PhoneBook.of("anna", "anna1", "105"), 0));

        assertThrows(
                StaleVersionException.class,
                () -> book.entities.run(
                        () -> book.phones.change(phone.getId(), PhoneBook.of("anna", "anna1", "106"), 0)));
    }

    @Test
    void itsOwnerRenamesItAndSaysWhichRingsFirst() {
        Phone first = book.add(PhoneBook.of("anna", "anna1", "101"));
        Phone second = book.add(PhoneBook.of("anna", "anna2", "102"));

        book.entities.run(() -> book.phones.rename("anna", first.getId(), " Home "));
        book.entities.run(() -> book.phones.prefer("anna", first.getId()));
        book.entities.run(() -> book.phones.prefer("anna", second.getId()));

        assertEquals(
                List.of("Home 0", "Desk 1"),
                book.database.rows("select concat_ws(' ', label, preferred) from phone order by id"));
    }

    @Test
    void nobodyTouchesThePhonesOfOthers() {
        Phone phone = book.add(PhoneBook.of("anna", "anna1", "101"));

        assertThrows(
                UnknownPhoneException.class,
                () -> book.entities.run(() -> book.phones.rename("bert", phone.getId(), "Mine")));
        assertThrows(
                UnknownPhoneException.class, () -> book.entities.run(() -> book.phones.prefer("bert", phone.getId())));
        assertThrows(
                SettingsRefusedException.class,
                () -> book.entities.run(() -> book.phones.rename("anna", phone.getId(), "a\nb")));
    }

    @Test
    void needsAPersonAndAServerThatAreThere() {
        assertThrows(SettingsRefusedException.class, () -> book.add(PhoneBook.of("nobody", "a", null)));
        PhoneSettings good = PhoneBook.of("anna", "a", null);
        PhoneSettings elsewhere = new PhoneSettings(
                good.owner(), good.label(), good.kind(), good.technology(), "pbx9", "a", null, null, null, null, true);
        assertThrows(SettingsRefusedException.class, () -> book.add(elsewhere));
    }

    private String taken(PhoneSettings settings) {
        return assertThrows(PhoneTakenException.class, () -> book.add(settings)).field();
    }

    private String change(String field) {
        var change = book.audit.last().changes().get(field);
        return change.before() + "|" + change.after();
    }

    private List<String> endpoints(PhoneFilter filter) {
        return book.phones.list(filter, 0, 50).stream()
                .map(phone -> phone.settings().endpoint())
                .toList();
    }
}
