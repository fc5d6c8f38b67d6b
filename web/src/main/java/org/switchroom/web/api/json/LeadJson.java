package org.switchroom.web.api.json;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.switchroom.lead.control.ListRows;
import org.switchroom.lead.entity.Callback;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.DncNumber;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadChange;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadResult;
import org.switchroom.lead.entity.RowOutcome;

/** Leads, their lists, loads, callbacks and the numbers that nobody may call, as JSON. Numbers have their plus. */
public final class LeadJson {
    private LeadJson() {}

    public static void write(LeadList list, JsonFields json) {
        json.field("id", Long.valueOf(list.id()))
                .field("name", list.name())
                .field("active", list.active())
                .field("campaign_id", list.campaignId())
                .field("region", list.region())
                .field(
                        "expires_on",
                        list.expiresOn() == null ? null : list.expiresOn().toString())
                .field("reset_at", list.resetAt())
                .object(
                        "fields",
                        fields -> list.fields().forEach(own -> fields.object(own.name(), each -> write(own, each))))
                .field("created_at", list.createdAt())
                .field("changed_at", list.changedAt())
                .field("version", list.version());
    }

    private static void write(CustomField field, JsonFields json) {
        json.field("label", field.label()).field("kind", field.kind()).strings("choices", field.choices());
    }

    public static void write(ListRows.Count count, JsonFields json) {
        json.field("disposition", count.disposition())
                .field("called_since_reset", count.called())
                .field("count", Long.valueOf(count.many()));
    }

    public static void write(Lead lead, JsonFields json) {
        json.field("id", Long.valueOf(lead.id())).field("list_id", Long.valueOf(lead.listId()));
        for (LeadField field : LeadField.values()) {
            String value = lead.fields().get(field);
            json.field(field.word(), field.isPhone() && value != null ? "+" + value : value);
        }
        json.object("own", own -> lead.custom().forEach(own::field))
                .field("attempts", lead.calls().attempts())
                .field("called_since_reset", lead.calls().sinceReset())
                .field("last_call_at", lead.calls().lastAt())
                .field(
                        "last_local_call_at",
                        lead.calls().lastLocalAt() == null
                                ? null
                                : lead.calls().lastLocalAt().toString())
                .field("load_id", lead.loadId())
                .field("created_at", lead.createdAt())
                .field("changed_at", lead.changedAt())
                .field("version", lead.version());
    }

    public static void write(LeadChange change, JsonFields json) {
        json.field("verb", change.verb())
                .field("at", change.at())
                .field("by", change.by())
                .object(
                        "fields",
                        fields -> change.fields()
                                .forEach((name, difference) -> fields.object(
                                        name,
                                        each -> each.field("before", difference.before())
                                                .field("after", difference.after()))));
    }

    public static void write(DncNumber number, JsonFields json) {
        json.field("phone", "+" + number.phone())
                .field("campaign_id", number.campaignId().isEmpty() ? null : number.campaignId())
                .field("source", number.source())
                .field("added_by", number.addedBy())
                .field("added_at", number.addedAt());
    }

    public static void write(Callback callback, JsonFields json) {
        json.field("id", Long.valueOf(callback.id()))
                .field("lead_id", Long.valueOf(callback.leadId()))
                .field("campaign_id", callback.campaignId())
                .field("agent", callback.agent())
                .field("state", callback.state())
                .field("due_at", callback.dueAt())
                .field("time_zone", callback.zone().getId())
                .field("note", callback.note())
                .field("phone", callback.phone() == null ? null : "+" + callback.phone())
                .field("name", callback.name())
                .field("created_by", callback.createdBy())
                .field("created_at", callback.createdAt())
                .field("version", callback.version());
    }

    public static void write(LeadLoad load, JsonFields json) {
        json.field("id", Long.valueOf(load.id()))
                .field("list_id", load.listId())
                .field("dnc_campaign_id", load.dncCampaignId())
                .field("file_name", load.fileName())
                .field("file_bytes", Long.valueOf(load.fileBytes()))
                .field("kind", load.format().kind())
                .field("charset", load.format().charset().name())
                .field("delimiter", String.valueOf(load.format().delimiter()))
                .field("head", load.format().head())
                .field("region", load.isOfNumbers() ? load.format().region() : null)
                .array("columns", columns(load), LeadJson::writeColumn)
                .field("duplicates", load.duplicates())
                .field("skip_dnc", load.skipDnc())
                .field("state", load.state())
                .field("message", load.message())
                .field("rows_done", Long.valueOf(load.position()))
                .field("rows_total", load.total())
                .object("result", result -> write(load.result(), result))
                .field("created_by", load.createdBy())
                .field("created_at", load.createdAt())
                .field("started_at", load.startedAt())
                .field("finished_at", load.finishedAt())
                .field("version", load.version());
    }

    private static Collection<List<String>> columns(LeadLoad load) {
        List<String> names = load.format().columns();
        return IntStream.range(0, names.size())
                .mapToObj(i -> List.of(names.get(i), load.mapping().get(i)))
                .toList();
    }

    private static void writeColumn(List<String> column, JsonFields json) {
        json.field("name", column.get(0)).field("field", column.get(1).isEmpty() ? null : column.get(1));
    }

    private static void write(LoadResult result, JsonFields json) {
        for (RowOutcome outcome : RowOutcome.values()) {
            json.field(outcome.name().toLowerCase(Locale.ROOT), Long.valueOf(result.count(outcome)));
        }
        json.object("zones", zones -> {
            for (Map.Entry<String, Long> zone : result.zones().entrySet()) {
                zones.field(zone.getKey(), zone.getValue());
            }
        });
    }
}
