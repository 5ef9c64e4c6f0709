using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Forms;

public static class FormTables
{
    extension(LeadDb db)
    {
        public DbSet<Form> Forms => db.Set<Form>();
    }
}
