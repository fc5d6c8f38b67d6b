package org.switchroom.ra;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The meters of all servers, each shown as an MBean from the first use of its server until the server leaves. */
public final class ServerMeters {
    private static final Pattern PLAIN = Pattern.compile("[^,=:\"*?\\\\\\n\\s]+");

    private record Entry(ServerMeter meter, Optional<ObjectName> registeredAs) {}

    private final MBeanServer mbeans;
    private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();

    /** Shows the meters on the platform's MBean server. */
    public ServerMeters() {
        this(ManagementFactory.getPlatformMBeanServer());
    }

    ServerMeters(MBeanServer mbeans) {
        this.mbeans = mbeans;
    }

    /** The server's meter, made at the first call. */
    public ServerMeter of(String serverName) {
        return entries.computeIfAbsent(serverName, this::register).meter();
    }

    /** The server's meter, if it has one. */
    public Optional<ServerMeter> find(String serverName) {
        return Optional.ofNullable(entries.get(serverName)).map(Entry::meter);
    }

    /** Takes the server's MBean away; its counts are forgotten. */
    public void retire(String serverName) {
        Entry entry = entries.remove(serverName);
        if (entry != null) {
            entry.registeredAs().ifPresent(this::unregister);
        }
    }

    public void retireAll() {
        entries.keySet().forEach(this::retire);
    }

    /** {@code org.switchroom:type=Server,name=pbx1}; a name that JMX could not take as it is gets quoted. */
    static String objectName(String serverName) {
        String value = PLAIN.matcher(serverName).matches() ? serverName : ObjectName.quote(serverName);
        return "org.switchroom:type=Server,name=" + value;
    }

    private Entry register(String serverName) {
        ServerMeter meter = new ServerMeter(serverName);
        try {
            ObjectName name = new ObjectName(objectName(serverName));
            mbeans.registerMBean(meter, name);
            return new Entry(meter, Optional.of(name));
        } catch (JMException e) {
            AdapterLogger.LOG.mbeanNotRegistered(objectName(serverName), e);
            return new Entry(meter, Optional.empty());
        }
    }

    private void unregister(ObjectName name) {
        try {
            mbeans.unregisterMBean(name);
        } catch (JMException e) {
            AdapterLogger.LOG.debugf(e, "%s was not registered any more", name);
        }
    }
}
