package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdListTest {
    private final List<String> prepared = new ArrayList<>();
    private final List<String> set = new ArrayList<>();

    @Test
    void namesEachIdAfterTheParametersThatStandBefore() throws SQLException {
        prepare(1, 42);

        assertEquals(List.of("update t set a = ? where id in (?)"), prepared);
        assertEquals(List.of("2=42"), set);
    }

    @Test
    void saysTheLastIdAgainWhereTheListIsShorterThanItsPlace() throws SQLException {
        prepare(0, 7, 8);

        assertEquals(List.of("1=7", "2=8", "3=8", "4=8", "5=8", "6=8", "7=8", "8=8", "9=8", "10=8"), set);
    }

    @Test
    void preparesFewLengthsHoweverManyIdsThereAre() throws SQLException {
        for (int count = 1; count <= IdList.LONGEST; count++) {
            prepare(0, LongStream.range(0, count).toArray());
        }

        assertEquals(5, prepared.stream().distinct().count());
    }

    private void prepare(int before, long... ids) throws SQLException {
        new IdList("update t set a = ? where id in (%s)")
                .prepare(connection(), before, LongStream.of(ids).boxed().toList());
    }

    private Connection connection() {
        PreparedStatement statement = proxy(PreparedStatement.class, set, "=");
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, values) -> {
                    prepared.add((String) values[0]);
                    return statement;
                });
    }

    private <T> T proxy(Class<T> type, List<String> calls, String between) {
        return type.cast(
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    calls.add(values[0] + between + values[1]);
                    return null;
                }));
    }
}
