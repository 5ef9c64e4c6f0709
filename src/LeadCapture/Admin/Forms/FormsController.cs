using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms;

/// The list of forms: new ones, copies, and what is put away.
[Needs(Role.Viewer)]
public sealed class FormsController(LeadDb db, FormList forms, NewForms newForms, Drafts drafts, AuditLog audit, FormCatalog catalog,
    TimeProvider clock) : AdminController
{
    private const string Here = "/admin/forms";
    private const int LargestFile = 1024 * 1024;

    [HttpGet(Here, Name = FormRoutes.List)]
    public async Task<IActionResult> Index(FormState? state, CancellationToken aborted, string search = "") =>
        View("Index", await forms.Of(search, ModelState.IsValid ? state : null, aborted));

    [HttpGet(Here + "/new", Name = FormRoutes.New)]
    [Needs(Role.Admin)]
    public IActionResult New() => View("New", new NewForm());

    [HttpPost(Here)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Create(NewForm form)
    {
        if (form.Slug != "" && await newForms.ProblemOf(form.Slug) is { } problem)
            Wrong("slug", problem);
        if (!ModelState.IsValid)
            return Unprocessable("New", form);
        var definition = FormTemplates.Find(form.Template)!.Definition with { Title = form.Title };
        return await Added(form.Slug == "" ? await newForms.SlugFor(form.Title) : form.Slug, definition);
    }

    [HttpPost(Here + "/import", Name = FormRoutes.Import)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Import(IFormFile? file)
    {
        if (file is null)
            return NoForm(T["Choose a file"]);
        if (file.Length > LargestFile)
            return NoForm(T["This file is larger than 1 MB, so it is not a form"]);
        try
        {
            using var reader = new StreamReader(file.OpenReadStream());
            var definition = FormJson.ReadFile(await reader.ReadToEndAsync());
            if (FormDefinitionRules.ProblemsOf(definition) is [var (place, problem), ..])
                return NoForm($"{place}: {problem}");
            var slug = definition.Slug is { } own && await newForms.ProblemOf(own) is null ? own : await newForms.SlugFor(definition.Title);
            return await Added(slug, definition);
        }
        catch (FormException wrong)
        {
            return NoForm(wrong.Message);
        }

        ViewResult NoForm(string message)
        {
            Wrong("file", message);
            return Unprocessable("New", new NewForm());
        }
    }

    [HttpPost(Here + "/{slug}/copy", Name = FormRoutes.Copy)]
    [Needs(Role.Admin)]
    public async Task<IActionResult> Copy(string slug) => await drafts.Find(slug) is { } draft
        ? await Added(await newForms.SlugFor(slug), draft.Definition with { Title = T["Copy of {0}", draft.Definition.Title] })
        : NotFound();

    [HttpGet(Here + "/{slug}/export", Name = FormRoutes.Export)]
    public async Task<IActionResult> Export(string slug) => await drafts.Find(slug) is { } draft
        ? File(System.Text.Encoding.UTF8.GetBytes(FormJson.WriteFile(slug, draft.Definition)), "application/json", slug + ".json")
        : NotFound();

    [HttpPost(Here + "/{slug}/archive", Name = FormRoutes.Archive)]
    [Needs(Role.Admin)]
    public Task<IActionResult> Archive(string slug, string tab = "") => Change(slug, tab, AuditAction.ArchivedForm,
        form => form.ArchivedAt ??= clock.GetUtcNow().UtcDateTime, T["Form archived. Its leads stay, and you can restore it."]);

    [HttpPost(Here + "/{slug}/restore", Name = FormRoutes.Restore)]
    [Needs(Role.Admin)]
    public Task<IActionResult> Restore(string slug, string tab = "") =>
        Change(slug, tab, AuditAction.RestoredForm, form => form.ArchivedAt = null, T["Form restored."]);

    [HttpPost(Here + "/{slug}/close", Name = FormRoutes.Close)]
    [Needs(Role.Admin)]
    public Task<IActionResult> Close(string slug, string tab = "") => Change(slug, tab, AuditAction.ClosedForm,
        form => form.ClosedAt ??= clock.GetUtcNow().UtcDateTime, T["Form closed. Visitors who have it open can still send it."]);

    [HttpPost(Here + "/{slug}/open", Name = FormRoutes.Open)]
    [Needs(Role.Admin)]
    public Task<IActionResult> Open(string slug, string tab = "") =>
        Change(slug, tab, AuditAction.OpenedForm, form => form.ClosedAt = null, T["Form opened."]);

    private async Task<IActionResult> Added(string slug, FormDefinition definition)
    {
        await newForms.Add(slug, definition, CurrentUser.Name);
        audit.Note(AuditAction.MadeForm, "form", slug, "");
        await db.SaveChangesAsync();
        return Done(FormRoutes.Edit, new { slug }, T["Form created. Visitors see it once you publish it."]);
    }

    private async Task<IActionResult> Change(string slug, string tab, string act, Action<Form> change, string sentence)
    {
        if (await db.Forms.SingleOrDefaultAsync(one => one.Slug == slug) is not { } form)
            return NotFound();
        change(form);
        audit.Note(act, "form", slug, "");
        await db.SaveChangesAsync();
        catalog.Forget();
        return Done(tab == "settings" ? FormRoutes.Settings : FormRoutes.Edit, new { slug }, sentence);
    }
}
