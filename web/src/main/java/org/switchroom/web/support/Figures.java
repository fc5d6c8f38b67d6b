package org.switchroom.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** The figures of {@code org.switchroom:*}, the same that a monitoring system reads. A figure that is not there is left out. */
@Named
@ApplicationScoped
public class Figures {
    private static final String DOMAIN = "org.switchroom:";

    /** One type's figures by name. */
    public Map<String, Object> of(String type) {
        return read(DOMAIN + "type=" + type);
    }

    public Map<String, Object> ofServer(String name) {
        return servers().getOrDefault(name, Map.of());
    }

    /** Figures of each server by its name. */
    public Map<String, Map<String, Object>> servers() {
        Map<String, Map<String, Object>> found = new TreeMap<>();
        for (ObjectName name : names(DOMAIN + "type=Server,*")) {
            Map<String, Object> figures = read(name.getCanonicalName());
            found.put(String.valueOf(figures.getOrDefault("ServerName", name.getKeyProperty("name"))), figures);
        }
        return found;
    }

    /** A figure that is a map from names to numbers. */
    public Map<String, Object> map(String type, String figure) {
        Map<String, Object> entries = new TreeMap<>();
        if (of(type).get(figure) instanceof TabularData table) {
            table.values().forEach(row -> {
                CompositeData entry = (CompositeData) row;
                entries.put(String.valueOf(entry.get("key")), entry.get("value"));
            });
        }
        return entries;
    }

    private static Set<ObjectName> names(String pattern) {
        try {
            return ManagementFactory.getPlatformMBeanServer().queryNames(new ObjectName(pattern), null);
        } catch (JMException e) {
            throw new IllegalArgumentException(pattern, e);
        }
    }

    private static Map<String, Object> read(String name) {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        Map<String, Object> figures = new LinkedHashMap<>();
        try {
            ObjectName bean = new ObjectName(name);
            String[] all = Arrays.stream(beans.getMBeanInfo(bean).getAttributes())
                    .map(MBeanAttributeInfo::getName)
                    .toArray(String[]::new);
            beans.getAttributes(bean, all)
                    .asList()
                    .forEach((Attribute figure) -> figures.put(figure.getName(), figure.getValue()));
        } catch (JMException e) {
            return Map.of(); // not registered: this node has no such figures now
        }
        return figures;
    }
}
