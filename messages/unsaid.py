"""The words of what SAS may not write, concept by concept, in each of its languages.

A star stands for any ending, a line below for a space. Every concept has its words in every
language: a text is checked in the language in which she reads it. French acronyms are checked
everywhere, since they are read in any language.
"""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, Mapping[str, str]]

# What may never stand in a text, in any form (PRODUCT section 7): a parent may read the phone.
SENSITIVE: Words = {
    "child welfare": {
        "fr": (
            "ase aemo aed mecs mna eduspe sasp foyer foyers placement placee educ educs educ' "
            "educateur* educatrice* tutelle curatelle aide_sociale protection_de_l'enfance "
            "enfance_en_danger famille_d'accueil familles_d'accueil jeune_majeur jeunes_majeurs "
            "jeune_majeure jeunes_majeures centre_educatif centres_educatifs pupille*"
        ),
        "en": (
            "child_welfare child_protection foster* children's_home care_leaver* social_services "
            "social_worker* social_care guardianship educator* youth_worker*"
        ),
        "ar": (
            "حماية_الطفولة حماية_الأطفال رعاية_الطفل رعاية_اجتماعية دار_الأيتام ميتم وصاية كفالة "
            "مربي*"
        ),
        "uk": (
            "опік* піклуванн* дитбудин* дитячий_будинок інтернат* прийомн* вихователь* соцслужб* "
            "захист_дітей соціальн*"
        ),
        "es": (
            "proteccion_de_menores centro_de_menores menores_tutelados acogida tutela tutelad* "
            "educador* servicios_sociales trabajador_social trabajadora_social orfanato "
            "proteccion_de_la_infancia ayuda_social"
        ),
        "prs": "حمایت_اطفال حمایت_از_اطفال پرورشگاه* یتیم‌خانه* سرپرستی قیم مربی",
        "ps": "د_ماشومانو_ساتنه د_ماشومانو_ملاتړ یتیم‌خون* یتیم_خونه سرپرستي روزونک*",
    },
    "justice": {
        "fr": (
            "pjj spip cpip tig cra uemo stemo uehc juge juges justice judiciaire* tribunal "
            "tribunaux probation sursis bracelet peine peines penal penale delit mandat condamn* "
            "avocat* delinquan*"
        ),
        "en": (
            "justice judge judges judicial court courts tribunal* probation parole convict* "
            "sentence sentenced offence* offender* lawyer* solicitor* warrant* bail electronic_tag "
            "delinquen*"
        ),
        "ar": (
            "عدالة قاضي قاض قضاء قضائي* محكمة محاكم محامي* محام حكم أحكام إدانة جنحة جريمة "
            "مراقبة_قضائية إفراج سوار جنوح"
        ),
        "uk": (
            "суд суду суди судом судов* суддя судді юстиці* правосудд* пробаці* умовн* засуд* "
            "вирок* злочин* адвокат* ордер браслет* кримінал* правопоруш*"
        ),
        "es": (
            "justicia juez jueza jueces juzgado* tribunal* judicial* libertad_condicional condena* "
            "delito* penal penales abogad* mandato pulsera sentencia* delincuen*"
        ),
        "prs": "محکمه* قاضی قضا* عدالت وکیل_مدافع محکوم* جرم مجرم* حکم عدلی تعلیق_مجازات بزهکار*",
        "ps": "محکم* قاضي قضا* عدالت مدافع_وکیل محکوم* جرم مجرم* حکم عدلي څارنوال*",
    },
    "prison": {
        "fr": (
            "prison prisons penitentiaire* detention detenu* incarcer* ecrou parloir liberation "
            "garde_a_vue gardes_a_vue gav"
        ),
        "en": "prison* jail* detention detain* inmate* custody penitentiary",
        "ar": "سجن سجون سجين* معتقل* احتجاز حبس توقيف",
        "uk": "тюрм* тюрем* в'язниц* в'язень ув'язнен* затриман* сізо",
        "es": (
            "prision* carcel* penitenciari* detencion detenid* preso presa presos encarcel* "
            "calabozo* excarcelacion"
        ),
        "prs": "زندان* محبس* حبس بازداشت* توقیف*",
        "ps": "زندان* محبس* بندیخان* بندي حبس",
    },
    "police": {
        "fr": "police gendarm*",
        "en": "police* gendarm* cops",
        "ar": "شرطة شرطي درك",
        "uk": "поліці* поліцейськ* жандарм*",
        "es": "policia* guardia_civil gendarm*",
        "prs": "پولیس* پلیس* ژاندارم*",
        "ps": "پولیس* ژاندارم*",
    },
    "health": {
        "fr": (
            "hdj chu hopital hopitaux hospital* clinique* urgences medecin* docteur* dr infirm* "
            "sante maladie* malade* soin soins handicap* vih sida medical* medicaux medicament* "
            "mdph aah rqth seropositi*"
        ),
        "en": (
            "hospital* clinic* doctor* dr nurse* health* illness* ill sick* disease* treatment* "
            "disab* hiv aids emergency_room medic*"
        ),
        "ar": (
            "مستشفى مستشفيات عيادة طبيب* أطباء دكتور* ممرض* صحة صحي صحية مرض أمراض مريض* علاج "
            "إعاقة معاق معاقة معاقين إيدز طبي طبية"
        ),
        "uk": (
            "лікарн* клінік* лікар* медсестр* медичн* здоров'* хвор* лікуванн* інвалід* віл снід"
        ),
        "es": (
            "hospital* clinica* urgencias medico* medica* doctor* enferm* salud tratamiento* "
            "discapacidad* minusval* vih sida seropositiv*"
        ),
        "prs": "شفاخانه* کلینیک* داکتر* نرس* طبی صحت* صحی مریض* بیمار* تداوی درمان* معلول* ایدز",
        "ps": "روغتون* کلینیک* ډاکټر* نرس* طبي روغتیا* ناروغ* مریض* درملن* معلول* معیوب* ایدز",
    },
    "mental health": {
        "fr": "cmp cmpp psy psys psychologue* psychiatr* depressi* bipolaire* schizo*",
        "en": "psych* mental* therap* shrink depressi* depressed bipolar* schizo*",
        "ar": "نفسي نفسية نفساني* عقلي عقلية اكتئاب",
        "uk": "псих* ментальн* терапевт* депрес* біполярн*",
        "es": "psic* psiqu* siquiatr* mental* terap* depresi* bipolar*",
        "prs": "روانی روان‌شناس* روان‌پزشک* دماغی افسردگی*",
        "ps": "رواني ارواپوه* رواپوه* ذهني ژور_خپګان",
    },
    "addiction": {
        "fr": (
            "csapa caarud addict* drogue* toxico* alcool* sevrage cure cures desintox* cannabis "
            "overdose"
        ),
        "en": "addict* drug* alcohol* detox* rehab* cannabis overdose*",
        "ar": "إدمان مدمن* مخدر* كحول* حشيش جرعة_زائدة",
        "uk": "залежніст* залежн* наркот* нарком* алкогол* детокс* канабіс передозуванн*",
        "es": "adicci* adict* droga* toxico* alcohol* desintoxic* cannabis sobredosis",
        "prs": "اعتیاد معتاد* مخدر* الکول* الکل* چرس",
        "ps": "روږد* معتاد* نشه* مخدر* الکول* چرس",
    },
    "violence": {
        "fr": "cidff violence* viol viols violee",
        "en": "violen* rape raped rapist abuse* abusive assault*",
        "ar": "عنف عنيف اغتصاب اعتداء* تحرش",
        "uk": "насил* ґвалт* зґвалт* домаган*",
        "es": "violen* violacion* violad* abuso* maltrat* agresi*",
        "prs": "خشونت* تجاوز* آزار_جنسی",
        "ps": "تاوتریخ* تېری جنسي ځورون*",
    },
    "pregnancy": {
        "fr": "avort* ivg enceinte grossesse*",
        "en": "abort* pregnan*",
        "ar": "إجهاض حامل",
        "uk": "аборт* вагітн*",
        "es": "abort* embaraz*",
        "prs": "سقط_جنین حامله* باردار*",
        "ps": "سقط امیندوار* حامله*",
    },
    "prostitution": {
        "fr": "prostitu*",
        "en": "prostitut* sex_work*",
        "ar": "دعارة بغاء",
        "uk": "проститу*",
        "es": "prostitu*",
        "prs": "فحش* روسپی*",
        "ps": "فحش* روسپي*",
    },
    "debts": {
        "fr": "dette dettes endett* surendett* huissier* impaye* creanc*",
        "en": "debt* indebted bailiff* creditor* arrears",
        "ar": "ديون مديون* دائن*",
        "uk": "борг* боржник* заборгован* колектор*",
        "es": "deuda* deudor* endeud* embargo* impago*",
        "prs": "قرض* بدهی بدهکار* مقروض*",
        "ps": "پور پورونه پوروړ* قرض* مقروض*",
    },
}

# Words of sanction or of paperwork, that make a first contact sound like a summons.
SANCTIONS: Words = {
    "summons": {
        "fr": "convoc* convoqu* injonction dernier_avis dernier_rappel mise_en_demeure",
        "en": (
            "summon* final_notice last_notice final_reminder last_reminder injunction formal_notice"
        ),
        "ar": "استدعاء إنذار إشعار_أخير تذكير_أخير آخر_تذكير",
        "uk": "повістк* останнє_попередженн* останнє_нагадуванн* припис",
        "es": "convoca* citacion* requerimiento* ultimo_aviso ultimo_recordatorio",
        "prs": "احضار* جلب اخطار*",
        "ps": "احضار* جلب اخطار*",
    },
    "obligation": {
        "fr": "obligat* oblige obligee devez dois doit imperatif* il_faut il_faudra",
        "en": "obligat* obliged must mandatory compulsory required have_to you_need_to",
        "ar": "يجب واجب إلزامي* إجباري* ملزم*",
        "uk": "зобов'яз* обов'язк* мусите повинн* необхідно",
        "es": "obliga* debes debe deben tienes_que tiene_que hay_que imprescindible",
        "prs": "باید مجبور* اجباری مکلف*",
        "ps": "باید مجبور* مکلف*",
    },
    "sanction": {
        "fr": "sanction* radiation* radie radiee amende* rsa",
        "en": "sanction* penalt* fines fined punish*",
        "ar": "عقوبة عقوبات معاقبة غرامة شطب",
        "uk": "санкці* штраф* покаран*",
        "es": "sancion* multa* penaliza* castig*",
        "prs": "جریمه* مجازات جزا",
        "ps": "جریمه* سزا جزا",
    },
    "control": {
        "fr": "controle* dossier* absence* justificatif*",
        "en": "inspection* absence* absent proof file files case_file*",
        "ar": "مراقبة تفتيش غياب إثبات ملف ملفات",
        "uk": "контрол* перевірк* прогул* відсутніст* довідк* досьє",
        "es": "control* inspeccion* ausencia* justificante* expediente*",
        "prs": "کنترول* تفتیش* غیرحاضر* دوسیه*",
        "ps": "کنټرول* تفتیش* غیرحاضر* دوسیه*",
    },
}

# Who may have sent her to us, by name or by kind: never in a first contact (PRODUCT section 7).
ORGANISATIONS: Words = {
    "organisation": {
        "fr": (
            "mission_locale missions_locales pole_emploi france_travail caf ccas cias chrs epide "
            "e2c crous cpam prefecture mairie cfa greta ofii mlj cej itep ime maraude samu "
            "secours_catholique secours_populaire planning_familial lycee lycees college* ecole* "
            "association* institution* assistante_sociale assistant_social hebergement"
        ),
        "en": (
            "job_centre* jobcentre* jobcenter* job_center* employment_agency council town_hall "
            "school* college* charity charities association* institution* shelter* hostel*"
        ),
        "ar": "مكتب_العمل مكتب_التشغيل وكالة_التشغيل بلدية مدرسة جمعية مؤسسة مأوى",
        "uk": "центр_зайнятост* мерія мерії школ* асоціаці* організаці* установ* притул*",
        "es": (
            "oficina_de_empleo oficina_de_trabajo ayuntamiento instituto* escuela* colegio* "
            "asociacion* institucion* albergue*"
        ),
        "prs": "اداره_کار شاروالی مکتب انجمن موسسه سرپناه",
        "ps": "د_کار_اداره ښاروالي ښوونځی ټولنه موسسه سرپناه",
    },
}
