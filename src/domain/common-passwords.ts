/**
 * What people here take first, without digits, signs, accents and spaces: words of the keyboard, of love, of this
 * trade and this place. A password made of one of these and a few digits is guessed within the first hundred tries.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `matkhau password passwd pass admin administrator quantri quantrivien user guest test demo login welcome letmein
   qwerty qwertyuiop qwertyuio asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc abc abcd abcde abcdef abcdefg abcabc
   iloveyou anhyeuem emyeuanh yeuem yeuanh tinhyeu hanhphuc giadinh concung conyeu mevabe bome emyeu anhnhoem
   vietnam vietnamvodich hanoi saigon hochiminh laichau tinhlaichau thanhpholaichau dienbien sonla laocai caobang
   yte soyte syt soytelaichau trungtamyte ttyt tramyte tyt benhvien bvdk cdc boyte bacsi duocsi yta dieuduong
   suckhoe tiemchung baocao thongke tuyen tuyenyte congan bongda manchester ronaldo messi dragon monkey football
   master superman batman sunshine princess shadow michael computer internet samsung iphone google facebook zalo
   changeme secret default temp temporary khongbiet khongnho xinchao chaoban hello helloworld motconvit
   khongco maiyeuem thuongem matkhaumoi newpassword mypassword doimatkhau`.split(/\s+/),
);
