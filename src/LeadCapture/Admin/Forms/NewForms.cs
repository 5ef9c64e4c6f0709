using LeadCapture.Data;
using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms;

/// Makes forms, each as a draft with an address of its own. Nothing is saved before SaveChanges.
public sealed class NewForms(LeadDb db, Drafts drafts)
{
    /// Pages of the admin area stand at these addresses.
    private static readonly string[] Taken = ["new", "import", "drift"];

    /// What is wrong with the address of a form; null: nothing.
    public async Task<string?> ProblemOf(string slug)
    {
        if (FormDefinitionRules.ProblemOfSlug(slug) is { } problem)
            return problem;
        return Taken.Contains(slug) || await db.Forms.AnyAsync(form => form.Slug == slug)
            ? T["Another form has the address “{0}”. Choose another one", slug].Value
            : null;
    }

    public async Task Add(string slug, FormDefinition definition, string by)
    {
        var form = new Form { Slug = slug, PublishedVersion = Form.Unpublished };
        db.Forms.Add(form);
        await drafts.Change(form, definition with { Slug = null }, by);
    }

    /// The first free one that says what the form is called.
    public async Task<string> SlugFor(string title)
    {
        var wish = Slug.Of(title, "form");
        var others = await db.Forms.Select(form => form.Slug).Where(slug => slug.StartsWith(wish)).ToListAsync();
        return Enumerable.Range(1, others.Count + 2).Select(number => number == 1 ? wish : $"{wish}-{number}")
            .First(slug => !others.Contains(slug) && !Taken.Contains(slug));
    }
}
