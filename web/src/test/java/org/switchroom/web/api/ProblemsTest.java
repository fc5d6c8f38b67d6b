package org.switchroom.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.endpoint.boundary.UnknownEndpointException;
import org.switchroom.endpoint.entity.InvalidEndpointException;
import org.switchroom.queue.catalogue.ActionRefusedException;
import org.switchroom.queue.catalogue.RefusalRule;
import org.switchroom.server.control.ServerInvalidException;
import org.switchroom.server.entity.ServerSettings;
import org.switchroom.web.api.body.BodyRefusedException;

class ProblemsTest {

    @Test
    void namesFieldAndRuleOfARefusal() {
        Problem problem =
                Problems.of(new ActionRefusedException("Context", RefusalRule.CONTEXT_NOT_ALLOWED, "not allowed"));

        assertEquals(422, problem.status());
        assertEquals(
                "{\"type\":\"urn:switchroom:problem:action-refused\",\"title\":\"Refused by a rule\",\"status\":422,"
                        + "\"detail\":\"Context: not allowed.\",\"field\":\"Context\",\"rule\":\"context-not-allowed\"}",
                problem.json());
    }

    @Test
    void looksThroughTheContainersWrapping() {
        var invalid = new ServerInvalidException(List.of(
                new ServerSettings.Violation("port", "a number"), new ServerSettings.Violation("host", "a name")));

        Problem problem = Problems.of(new EJBException(invalid));

        assertEquals(422, problem.status());
        assertEquals("port", problem.field());
        assertTrue(problem.json().contains("\"violations\":[{\"field\":\"port\",\"message\":\"a number\"},"));
    }

    @Test
    void saysWhenTheDatabaseIsOutOfReach() {
        SQLException gone = new SQLException("gone", "08S01");

        assertEquals(
                503, Problems.of(new EJBException(new DatabaseException(gone))).status());
        assertEquals(
                503,
                Problems.of(new EJBException(new PersistenceException(gone))).status());
    }

    @Test
    void namesTheKindsThatThereAre() {
        Problem problem = Problems.of(NotThereException.kind(
                "disposition", Stream.of(PartKind.values()).map(PartKind::path)));

        assertEquals(404, problem.status());
        assertTrue(problem.json().contains("There is no kind 'disposition'; there are dispositions, pause-codes, "));
    }

    @Test
    void knowsOtherSituations() {
        assertEquals(400, Problems.of(new BodyRefusedException("priority", "x")).status());
        assertEquals(404, Problems.of(new NotThereException("action with id 7")).status());
        assertEquals(
                404, Problems.of(new UnknownEndpointException("endpoint", 7)).status());
        assertEquals(409, Problems.of(new ConflictException("a", "b")).status());
        assertEquals(422, Problems.of(new InvalidEndpointException("name", "x")).status());
        assertEquals(503, Problems.of(new TooManyStreamsException()).status());
    }

    @Test
    void keepsTheWordsOfTheUnforeseenInTheLog() {
        Problem problem = Problems.of(
                new EJBException(new DatabaseException(new SQLException("Unknown column 'secret'", "42S22"))));

        assertEquals(500, problem.status());
        assertFalse(problem.json().contains("secret"));
        assertEquals(36, problem.errorId().length());
    }
}
