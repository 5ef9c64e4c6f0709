using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadCapture.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class NewLeads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "columns",
                table: "lead_imports",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "form_id",
                table: "lead_imports",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "column_mappings",
                columns: table => new
                {
                    form_id = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<string>(type: "text", nullable: false),
                    columns = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_column_mappings", x => new { x.form_id, x.head });
                    table.ForeignKey(
                        name: "FK_column_mappings_forms_form_id",
                        column: x => x.form_id,
                        principalTable: "forms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "new_lead_lines",
                columns: table => new
                {
                    run_id = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    form_id = table.Column<int>(type: "integer", nullable: false),
                    form_version = table.Column<int>(type: "integer", nullable: false),
                    submission_id = table.Column<string>(type: "text", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_new_lead_lines", x => new { x.run_id, x.place });
                    table.ForeignKey(
                        name: "FK_new_lead_lines_forms_form_id",
                        column: x => x.form_id,
                        principalTable: "forms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_new_lead_lines_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_new_lead_lines_form_id",
                table: "new_lead_lines",
                column: "form_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "column_mappings");

            migrationBuilder.DropTable(
                name: "new_lead_lines");

            migrationBuilder.DropColumn(
                name: "columns",
                table: "lead_imports");

            migrationBuilder.DropColumn(
                name: "form_id",
                table: "lead_imports");
        }
    }
}
