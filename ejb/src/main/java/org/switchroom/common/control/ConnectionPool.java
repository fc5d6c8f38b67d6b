package org.switchroom.common.control;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What the server says of the pool of connections to the database. Outside the server nothing is known of it. */
public final class ConnectionPool {
    private static final String NAME = "SwitchroomDS";
    private static final String FIGURES = "jboss.as:subsystem=datasources,data-source=" + NAME + ",statistics=pool";
    private static final int USUAL_MOST = 30;

    private ConnectionPool() {}

    /** How many connections there may be: the setting that the server's data source has, too. */
    public static int most() {
        return Integer.getInteger("switchroom.db.pool.max", USUAL_MOST);
    }

    /** How many are in use now, or are being opened. */
    public static int inUse() {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName figures = new ObjectName(FIGURES);
            return beans.isRegistered(figures) && beans.getAttribute(figures, "InUseCount") instanceof Number number
                    ? number.intValue()
                    : 0;
        } catch (JMException e) {
            return 0;
        }
    }

    /** Which pool, and how full; for people. */
    public static String fullness() {
        return "%s: %d of %d connections are in use".formatted(NAME, inUse(), most());
    }
}
