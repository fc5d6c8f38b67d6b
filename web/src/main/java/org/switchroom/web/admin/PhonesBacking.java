package org.switchroom.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.switchroom.phone.boundary.Phones;
import org.switchroom.phone.entity.Phone;
import org.switchroom.phone.entity.PhoneFilter;

/** The phones of all people. */
@Named("phones")
@ViewScoped
public class PhonesBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 5000;

    @Inject
    private transient Phones phones;

    private transient List<Phone> list;
    private String text;

    public void search() {
        list = null;
    }

    public List<Phone> getList() {
        if (list == null) {
            list = phones.list(PhoneFilter.ALL.withText(text), 0, MOST);
        }
        return list;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
