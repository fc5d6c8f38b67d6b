package org.switchroom.monitoring.control;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Shows and hides our MXBeans under {@code org.switchroom}. */
public final class Beans {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private Beans() {}

    public static <T> void show(String type, Class<T> view, T bean) {
        try {
            hide(type);
            SERVER.registerMBean(new StandardMBean(bean, view, true), name(type));
        } catch (JMException e) {
            throw new IllegalStateException("The MXBean " + type + " can't be shown", e);
        }
    }

    public static void hide(String type) {
        try {
            if (SERVER.isRegistered(name(type))) {
                SERVER.unregisterMBean(name(type));
            }
        } catch (JMException e) {
            throw new IllegalStateException("The MXBean " + type + " can't be hidden", e);
        }
    }

    private static ObjectName name(String type) throws JMException {
        return new ObjectName("org.switchroom:type=" + type);
    }
}
